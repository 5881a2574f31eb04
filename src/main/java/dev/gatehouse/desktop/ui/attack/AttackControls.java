package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.KeyHint;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/**
 * Runs an attack and steps through it. Every button has a key that works all over the page, so none
 * of them takes the focus: Space goes on, whatever was clicked before.
 */
final class AttackControls extends FlowPane {
  private final AttackModel model;
  private final Button back = button("Back", new KeyHint("←"));
  private final Button next = button("", new KeyHint("Space"));

  AttackControls(AttackModel model) {
    this.model = model;
    RunButton run = new RunButton(model, "Run against both servers", model::run);
    run.setFocusTraversable(false);
    back.setId("attack-back");
    next.setId("attack-next");
    back.setOnAction(event -> model.previous());
    next.setOnAction(event -> forward());
    Label progress = new Label();
    progress.textProperty().bind(model.progress());
    progress.getStyleClass().add(Styles.QUIET);
    progress.visibleProperty().bind(model.progress().isNotEmpty());
    progress.managedProperty().bind(progress.visibleProperty());
    getStyleClass().add("attack-controls");
    getChildren().addAll(run, back, next, progress);
    look();
  }

  /** One step more, and after the last one from the start. */
  void forward() {
    if (!model.next()) {
      model.restart();
    }
  }

  /** Looks again at how far one has stepped. */
  void look() {
    back.setDisable(model.shown().get() == 0);
    next.setDisable(model.outcome().isEmpty());
    next.setText(model.complete() ? "From the start" : "Next step");
  }

  private static Button button(String words, KeyHint key) {
    Button button = new Button(words, key);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(false);
    return button;
  }
}
