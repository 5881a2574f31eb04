package dev.gatehouse.desktop.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows one sheet at a time over the whole window. Esc or a click beside it closes it, and the
 * focus goes back to where it was.
 */
public final class Overlay extends StackPane {
  private @Nullable Node focusBefore;

  /** Nothing shows yet. */
  Overlay() {
    getStyleClass().add("shade");
    setVisible(false);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  /**
   * Shows a sheet.
   *
   * @param focus what gets the focus
   * @param position where in the window
   */
  public void show(Region sheet, Node focus, Pos position) {
    if (!isVisible()) {
      focusBefore = getScene() == null ? null : getScene().getFocusOwner();
    }
    sheet.getStyleClass().add("sheet-box");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(sheet, position);
    getChildren().setAll(sheet);
    setVisible(true);
    focus.requestFocus();
  }

  /** Closes what shows, if anything does. */
  public void close() {
    if (isVisible()) {
      setVisible(false);
      getChildren().clear();
      Optional.ofNullable(focusBefore).ifPresent(Node::requestFocus);
      focusBefore = null;
    }
  }

  /** Whether a sheet shows. */
  public boolean isOpen() {
    return isVisible();
  }
}
