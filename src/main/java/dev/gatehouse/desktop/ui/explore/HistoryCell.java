package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.workbench.HistoryEntry;
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

/** A line of the history: how it ended, what it was, and what decided. */
final class HistoryCell extends ListCell<HistoryEntry> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final StackPane icon = new StackPane();
  private final Label method = new Label();
  private final Label target = new Label();
  private final Label about = new Label();
  private final Label time = new Label();
  private final HBox line;

  HistoryCell() {
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
    words.getStyleClass().add("history-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(icon, words);
    line.getStyleClass().addAll(Styles.GAP, "history-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable HistoryEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      return;
    }
    Hop hop = entry.hop();
    boolean accepted = hop.status() >= 200 && hop.status() < 400;
    icon.getChildren()
        .setAll(
            accepted ? Icons.of(Feather.CHECK, Styles.PASSED) : Icons.of(Feather.X, Styles.FAILED));
    method.setText(entry.call().method());
    target.setText(entry.target());
    String status = hop.status() == 0 ? "no answer" : hop.status() + " " + hop.reason();
    about.setText(
        status + " · " + entry.type() + entry.decidedBy().map(check -> " · " + check).orElse(""));
    time.setText(TIME.format(hop.at().atZone(ZoneId.systemDefault())));
    setAccessibleText(method.getText() + " " + target.getText() + ", " + about.getText());
    setGraphic(line);
  }
}
