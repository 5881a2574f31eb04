package dev.gatehouse.desktop.ui.widget;

import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Copies a text to the clipboard and says so for a moment. */
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.seconds(1.5);

  /**
   * A button.
   *
   * @param what what is copied, in words, for example {@code the password of Alice}
   * @param text the text at the moment of copying
   */
  public CopyButton(String what, Supplier<String> text) {
    getStyleClass().add(Styles.BARE);
    setGraphic(Icons.of(Feather.COPY, Styles.QUIET));
    setAccessibleText("Copy " + what);
    Tip.on(this, "Copy " + what);
    PauseTransition pause = new PauseTransition(MOMENT);
    pause.setOnFinished(
        event -> {
          setGraphic(Icons.of(Feather.COPY, Styles.QUIET));
          setAccessibleText("Copy " + what);
        });
    setOnAction(
        event -> {
          copy(text.get());
          setGraphic(Icons.of(Feather.CHECK, Styles.ACCENT));
          setAccessibleText("Copied " + what);
          pause.playFromStart();
        });
  }

  /** Puts a text on the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
