package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Styles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A call in a list, in two lines: an icon with method and target, and below what became of it and
 * when.
 *
 * @param <T> what the list holds
 */
public abstract class CallCell<T> extends ListCell<T> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  /**
   * What a cell says.
   *
   * @param icon how it ended, or how far it has come
   * @param method for example {@code GET}
   * @param target path and query
   * @param about what became of it
   * @param at when
   */
  public record Line(Node icon, String method, String target, String about, Instant at) {}

  private final StackPane icon = new StackPane();
  private final Label method = new Label();
  private final Label target = new Label();
  private final Label about = new Label();
  private final Label time = new Label();
  private final HBox line;

  /** An empty cell. */
  protected CallCell() {
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
    words.getStyleClass().add("call-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(icon, words);
    line.getStyleClass().addAll(Styles.GAP, "call-line");
    setPrefWidth(0);
  }

  /** What there is to say of an item. */
  protected abstract Line line(T item);

  @Override
  protected final void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    Line now = line(item);
    icon.getChildren().setAll(now.icon());
    method.setText(now.method());
    target.setText(now.target());
    about.setText(now.about());
    time.setText(TIME.format(now.at().atZone(ZoneId.systemDefault())));
    setAccessibleText(now.method() + " " + now.target() + ", " + now.about());
    setGraphic(line);
  }
}
