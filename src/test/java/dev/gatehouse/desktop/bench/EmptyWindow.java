package dev.gatehouse.desktop.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * A JavaFX window with nothing in it: the least that any such program takes to open, and needs when
 * idle.
 */
public final class EmptyWindow {
  private EmptyWindow() {}

  /** Opens it. */
  public static void main(String[] arguments) {
    Application.launch(Window.class, arguments);
  }

  /** The window. */
  public static final class Window extends Application {
    @Override
    public void start(Stage stage) {
      stage.setTitle("Empty window");
      stage.setScene(new Scene(new StackPane(), 1280, 800));
      stage.show();
    }
  }
}
