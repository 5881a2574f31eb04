package dev.gatehouse.desktop.ui.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether the platform is light or dark. JavaFX tells from version 22 on; until then we ask. */
public final class SystemAppearance {
  private static final int PATIENCE_SECONDS = 2;

  private SystemAppearance() {}

  /**
   * Asks the platform. Blocks for two seconds at most.
   *
   * @return false if it is light or does not say
   * @throws IOException if the platform's tool cannot be started, for example because it is missing
   * @throws InterruptedException if the program ends meanwhile
   */
  public static boolean isDark() throws IOException, InterruptedException {
    String platform = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (platform.startsWith("windows")) {
      return answer(
              List.of(
                  "reg",
                  "query",
                  "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                  "/v",
                  "AppsUseLightTheme"))
          .contains("0x0");
    }
    if (platform.startsWith("mac")) {
      return answer(List.of("defaults", "read", "-g", "AppleInterfaceStyle")).contains("dark");
    }
    return answer(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"))
        .contains("prefer-dark");
  }

  private static String answer(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return "";
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .toLowerCase(Locale.ROOT);
    } finally {
      process.destroyForcibly();
    }
  }
}
