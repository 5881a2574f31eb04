package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.settings.Settings;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Keeps a window at the size at which it is opened. Some window managers, openbox among them, lose
 * the size that a window has before it shows, and tell of another, tiny one a moment later.
 */
final class FirstSize {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  private final Stage stage;
  private final Scene scene;
  private final Settings asked;
  private final long until = System.nanoTime() + PATIENCE_NANOS;
  private final ChangeListener<Number> resized = (observable, before, now) -> later();

  FirstSize(Stage stage, Settings asked) {
    this.stage = stage;
    this.scene = stage.getScene();
    this.asked = asked;
  }

  /** Puts the size right once, if it gets lost soon. */
  void keep() {
    scene.widthProperty().addListener(resized);
    later();
  }

  private void later() {
    Platform.runLater(this::restore);
  }

  private void restore() {
    boolean late = System.nanoTime() - until > 0;
    boolean lost = scene.getWidth() < asked.width() / 2.0;
    boolean ours = !stage.isMaximized() && !stage.isFullScreen();
    if (late || (lost && ours)) {
      scene.widthProperty().removeListener(resized);
    }
    if (!late && lost && ours) {
      stage.setWidth(asked.width() + stage.getWidth() - scene.getWidth());
      stage.setHeight(asked.height() + stage.getHeight() - scene.getHeight());
      stage.centerOnScreen();
    }
  }
}
