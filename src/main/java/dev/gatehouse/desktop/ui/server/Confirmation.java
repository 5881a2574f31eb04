package dev.gatehouse.desktop.ui.server;

import dev.gatehouse.desktop.ui.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question in place, where the button was pressed: what would be lost, yes or no. */
final class Confirmation extends VBox {
  Confirmation() {
    getStyleClass().addAll(Styles.GAP, "confirmation");
    hide();
  }

  /**
   * Asks.
   *
   * @param loss what would be lost
   * @param verb what the button says that does it
   */
  void ask(String loss, String verb, Runnable action) {
    Label text = new Label(loss);
    text.setWrapText(true);
    Button yes = new Button(verb);
    yes.getStyleClass().add(Styles.PRIMARY);
    yes.setOnAction(
        event -> {
          hide();
          action.run();
        });
    Button no = new Button("Leave it");
    no.setCancelButton(true);
    no.setOnAction(event -> hide());
    HBox buttons = new HBox(yes, no);
    buttons.getStyleClass().add(Styles.GAP);
    getChildren().setAll(text, buttons);
    setVisible(true);
    setManaged(true);
    no.requestFocus();
  }

  /** Takes the question away. */
  void hide() {
    getChildren().clear();
    setVisible(false);
    setManaged(false);
  }
}
