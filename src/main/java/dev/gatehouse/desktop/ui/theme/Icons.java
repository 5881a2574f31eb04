package dev.gatehouse.desktop.ui.theme;

import dev.gatehouse.server.trace.Outcome;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * Icons as text of the Feather font, so that they scale with the text beside them. An icon never
 * stands for a verdict alone: {@link #word} says it as well.
 */
public final class Icons {
  private Icons() {}

  /** An icon with the style classes given; hidden from screen readers, which read the word. */
  public static Text of(Feather icon, String... styles) {
    Text text = new Text();
    show(text, icon);
    text.getStyleClass().addAll("icon");
    text.getStyleClass().addAll(styles);
    text.setAccessibleText("");
    return text;
  }

  /** Shows another icon in place of one, in the same colour. */
  public static void show(Text text, Feather icon) {
    text.setText(new String(Character.toChars(icon.getCode())));
  }

  /** The icon of what became of a check, in its colour. */
  public static Text of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> of(Feather.CHECK, Styles.PASSED);
      case FAILED -> of(Feather.X, Styles.FAILED);
      case SKIPPED -> of(Feather.MINUS, Styles.WARNED);
      case NOT_REACHED -> of(Feather.CIRCLE, Styles.QUIET);
    };
  }

  /** The word for what became of a check. */
  public static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case SKIPPED -> "skipped";
      case NOT_REACHED -> "not reached";
    };
  }
}
