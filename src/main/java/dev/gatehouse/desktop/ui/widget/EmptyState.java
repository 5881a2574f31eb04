package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What a place shows that has nothing to show yet: an icon, a sentence, and what to do. */
public final class EmptyState extends VBox {
  /**
   * An empty state.
   *
   * @param sentence why there is nothing
   * @param advice what to do next
   * @param actions buttons that do it
   */
  public EmptyState(Feather icon, String sentence, String advice, Node... actions) {
    getStyleClass().add("empty-state");
    Label bold = new Label(sentence);
    bold.getStyleClass().add("sentence");
    Label hint = new Label(advice);
    hint.getStyleClass().add(Styles.QUIET);
    for (Label label : new Label[] {bold, hint}) {
      label.setWrapText(true);
      label.setTextAlignment(TextAlignment.CENTER);
    }
    getChildren().addAll(Icons.of(icon, "large", Styles.QUIET), bold, hint);
    getChildren().addAll(actions);
  }
}
