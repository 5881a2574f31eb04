package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A value that anybody may see, with a button to copy it. */
public final class OpenField extends HBox {
  /**
   * A value in sight.
   *
   * @param what what it is, in words, for example {@code access key of Alice}
   */
  public OpenField(String what, String value) {
    getStyleClass().addAll("masked-field", Styles.GAP_HALF);
    TextField shown = new TextField(value);
    shown.setEditable(false);
    shown.getStyleClass().add(Styles.CODE);
    shown.setAccessibleText(what);
    HBox.setHgrow(shown, Priority.ALWAYS);
    getChildren().addAll(shown, new CopyButton("the " + what, () -> value));
  }
}
