package dev.gatehouse.desktop.ui;

import dev.gatehouse.desktop.settings.Settings;
import javafx.stage.Stage;

/**
 * How large a window is, to be found so again. Full screen does not count: it is for presenting,
 * and some window managers make a window small on the way out of it, which had filled the screen.
 */
final class WindowPlace {
  private final Stage stage;
  private int width;
  private int height;
  private boolean maximized;

  /** Follows a window that has its scene. */
  WindowPlace(Stage stage, Settings shown) {
    this.stage = stage;
    width = shown.width();
    height = shown.height();
    maximized = shown.maximized();
  }

  /** Goes to full screen, or back to how it was before. */
  void fullScreen(boolean on) {
    if (on) {
      note();
      stage.setFullScreen(true);
    } else {
      stage.setFullScreen(false);
      stage.setMaximized(maximized);
    }
  }

  /** What is set, with the size that the window has now. */
  Settings over(Settings set) {
    note();
    return new Settings(set.theme(), set.zoom(), width, height, maximized, set.page());
  }

  private void note() {
    if (stage.isFullScreen()) {
      return;
    }
    maximized = stage.isMaximized();
    if (!maximized) {
      width = (int) stage.getScene().getWidth();
      height = (int) stage.getScene().getHeight();
    }
  }
}
