package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/** Carries attacks out, or stops what is under way. */
final class RunButton extends Button {
  /**
   * A button.
   *
   * @param words what stands on it while nothing is under way
   * @param start what it does then
   */
  RunButton(AttackModel model, String words, Runnable start) {
    KeyHint key = new KeyHint("");
    key.textProperty()
        .bind(Bindings.when(model.running()).then("Esc").otherwise(KeyNames.of("Shortcut+Enter")));
    setGraphic(key);
    setContentDisplay(ContentDisplay.RIGHT);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add(Styles.PRIMARY);
    textProperty().bind(Bindings.when(model.running()).then("Cancel").otherwise(words));
    setOnAction(
        event -> {
          if (model.running().get()) {
            model.cancel();
          } else {
            start.run();
          }
        });
  }
}
