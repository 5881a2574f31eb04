package dev.gatehouse.desktop.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The fonts that ship with the program: Inter, JetBrains Mono and the Feather icons. */
final class Fonts {
  private static final List<String> FILES =
      List.of(
          "/com/formdev/flatlaf/fonts/inter/Inter-Regular.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf",
          "/com/formdev/flatlaf/fonts/inter/Inter-Italic.otf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Regular.ttf",
          "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-Bold.ttf",
          "/META-INF/resources/feather/4.28/fonts/feather.ttf");

  /** The size is asked for by JavaFX and means nothing here: the sheet decides. */
  private static final double ANY_SIZE = 14;

  private Fonts() {}

  /**
   * Makes the fonts known to JavaFX under their own names.
   *
   * @throws IllegalStateException if one is missing, which is a mistake in the build
   */
  static void load() {
    for (String file : FILES) {
      try (InputStream stream = Fonts.class.getResourceAsStream(file)) {
        if (stream == null || Font.loadFont(stream, ANY_SIZE) == null) {
          throw new IllegalStateException("no such font: " + file);
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
