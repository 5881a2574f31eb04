package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.beans.binding.StringExpression;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says beside a form why it cannot be sent as it is; there only while there is something to say.
 */
public final class ProblemLine extends HBox {
  /**
   * A line.
   *
   * @param id of the sentence
   * @param words why; empty while there is no problem
   */
  public ProblemLine(String id, StringExpression words) {
    Label sentence = new Label();
    sentence.setId(id);
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.textProperty().bind(words);
    getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, Styles.FAILED), sentence);
    getStyleClass().addAll(Styles.GAP, "problem");
    visibleProperty().bind(words.isNotEmpty());
    managedProperty().bind(visibleProperty());
  }
}
