package dev.gatehouse.desktop.ui.intercept;

import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.intercept.Passage;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A passage in two lines: the request, and how far it has come. */
final class PassageCell extends ListCell<Passage> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final StackPane icon = new StackPane();
  private final Label method = new Label();
  private final Label target = new Label();
  private final Label about = new Label();
  private final Label time = new Label();
  private final HBox line;

  PassageCell() {
    method.getStyleClass().addAll(Styles.CODE, Styles.ACCENT);
    method.setMinWidth(Region.USE_PREF_SIZE);
    target.getStyleClass().add(Styles.CODE);
    about.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    time.getStyleClass().addAll(Styles.QUIET, Styles.SMALL);
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox call = new HBox(method, target);
    call.getStyleClass().add(Styles.GAP);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox below = new HBox(about, space, time);
    below.getStyleClass().add(Styles.GAP);
    VBox words = new VBox(call, below);
    words.getStyleClass().add("passage-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(icon, words);
    line.getStyleClass().addAll(Styles.GAP, "passage");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Passage passage, boolean empty) {
    super.updateItem(passage, empty);
    if (empty || passage == null) {
      setGraphic(null);
      return;
    }
    icon.getChildren()
        .setAll(
            switch (passage.stage()) {
              case REQUEST_HELD, RESPONSE_HELD -> Icons.of(Feather.PAUSE, Styles.WARNED);
              case WITH_SERVER -> Icons.of(Feather.CLOCK, Styles.QUIET);
              case DONE -> Icons.of(Feather.ARROW_RIGHT, Styles.QUIET);
              case DROPPED -> Icons.of(Feather.SLASH, Styles.QUIET);
            });
    method.setText(passage.came().method());
    target.setText(passage.came().target());
    about.setText(stage(passage) + " · " + passage.origin());
    time.setText(TIME.format(passage.since().atZone(ZoneId.systemDefault())));
    setAccessibleText(method.getText() + " " + target.getText() + ", " + about.getText());
    setGraphic(line);
  }

  private static String stage(Passage passage) {
    @Nullable Answer given = passage.given();
    @Nullable Hop hop = passage.hop();
    if (given != null) {
      String changed = passage.requestChanged() || passage.responseChanged() ? " · changed" : "";
      return (given.status() == 0 ? "no answer" : given.status() + " " + given.reason()) + changed;
    }
    return passage.held() && hop != null
        ? passage.stage().words() + ", " + hop.status()
        : passage.stage().words();
  }
}
