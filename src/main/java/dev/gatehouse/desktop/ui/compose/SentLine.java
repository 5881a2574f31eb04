package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A line as it will be sent that nobody edits here: the request line, or a header. */
final class SentLine extends HBox {
  private final Label name = new Label();
  private final Label rest = new Label();

  /**
   * A line without words.
   *
   * @param quiet whether it is greyed, for the person did not ask for it
   */
  SentLine(boolean quiet) {
    name.getStyleClass().addAll(Styles.CODE, quiet ? "added-name" : Styles.ACCENT);
    name.setMinWidth(Region.USE_PREF_SIZE);
    rest.getStyleClass().addAll(Styles.CODE, quiet ? Styles.QUIET : "sent");
    rest.setMinWidth(0);
    getStyleClass().add("header-line");
    getChildren().addAll(name, rest);
  }

  /** Says this instead, for example {@code Host} and {@code : localhost:8085}. */
  void say(String first, String then) {
    name.setText(first);
    rest.setText(then);
    setAccessibleText(first + then);
  }
}
