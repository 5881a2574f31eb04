package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A field to type into and a list of what fits; Enter runs the chosen command. */
final class Palette extends VBox {
  private static final int MOST_SHOWN = 200;

  private final List<Command> all;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<Command> list = new ListView<>();

  /**
   * A palette.
   *
   * @param close closes it; called before a command runs
   */
  Palette(List<Command> commands, Runnable close) {
    this.all = List.copyOf(commands);
    this.close = close;
    getStyleClass().add("palette");
    field.setPromptText("Search pages, calls, people, lessons, attacks, weaknesses…");
    field.setAccessibleText("Search or run a command");
    field.textProperty().addListener((observable, before, now) -> narrow(now));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    list.setCellFactory(view -> new Cell());
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label("Nothing fits. Fewer letters find more."));
    list.setAccessibleText("What fits");
    list.setOnMouseClicked(event -> run());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(field, list);
    narrow("");
  }

  /** The field to give the focus to. */
  TextField field() {
    return field;
  }

  private void narrow(String typed) {
    list.getItems()
        .setAll(
            all.stream()
                .map(command -> new Scored(command, FuzzyMatch.score(typed, text(command))))
                .filter(scored -> scored.score().isPresent())
                .sorted(Comparator.comparingInt((Scored scored) -> -scored.score().getAsInt()))
                .limit(MOST_SHOWN)
                .map(Scored::command)
                .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private void steer(KeyEvent event) {
    int last = list.getItems().size() - 1;
    int at = list.getSelectionModel().getSelectedIndex();
    switch (event.getCode()) {
      case DOWN -> select(at == last ? 0 : at + 1);
      case UP -> select(at == 0 ? last : at - 1);
      case PAGE_DOWN -> select(Math.min(last, at + 8));
      case PAGE_UP -> select(Math.max(0, at - 8));
      case ENTER -> run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int index) {
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - 4));
    Command command = list.getSelectionModel().getSelectedItem();
    field.setAccessibleHelp(command == null ? "" : command.name());
  }

  private void run() {
    Command command = list.getSelectionModel().getSelectedItem();
    if (command != null) {
      close.run();
      command.action().run();
    }
  }

  private static String text(Command command) {
    return command.name() + " " + command.group();
  }

  private record Scored(Command command, OptionalInt score) {}

  private static final class Cell extends ListCell<Command> {
    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(command.name());
      Label group = new Label(command.group());
      group.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
      group.setMinWidth(Region.USE_PREF_SIZE);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox line = new HBox(Icons.of(command.icon(), Styles.QUIET), name, space, group);
      line.getStyleClass().add("palette-line");
      setAccessibleRole(AccessibleRole.LIST_ITEM);
      setAccessibleText(command.name() + ", " + command.group());
      setGraphic(line);
    }
  }
}
