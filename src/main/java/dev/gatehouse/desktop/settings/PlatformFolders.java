package dev.gatehouse.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Where this platform wants programs to keep what a person has set. */
public final class PlatformFolders {
  private static final String PROGRAM = "Gatehouse";

  private PlatformFolders() {}

  /**
   * The program's configuration folder: {@code %APPDATA%}, {@code ~/Library/Application Support} or
   * {@code $XDG_CONFIG_HOME}, as the platform has it.
   */
  public static Path configuration() {
    return configuration(System.getProperties(), System.getenv());
  }

  static Path configuration(Properties system, Map<String, String> environment) {
    String platform = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    Path home = Path.of(system.getProperty("user.home", "."));
    if (platform.contains("win")) {
      String roaming = environment.get("APPDATA");
      return (roaming == null ? home : Path.of(roaming)).resolve(PROGRAM);
    }
    if (platform.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve(PROGRAM);
    }
    String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = configured.isBlank() ? home.resolve(".config") : Path.of(configured);
    return base.resolve(PROGRAM.toLowerCase(Locale.ROOT));
  }
}
