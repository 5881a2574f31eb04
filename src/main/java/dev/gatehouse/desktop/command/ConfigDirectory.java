package dev.gatehouse.desktop.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where programs keep their settings on this system. */
final class ConfigDirectory {
  private ConfigDirectory() {}

  /** The folder for this program's settings, by the customs of the system. */
  static Path usual() {
    return usual(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  /**
   * The folder on a system: that of known-folders on Windows, of the File System Programming Guide
   * on macOS, of the XDG Base Directory Specification elsewhere.
   */
  static Path usual(String system, String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return folder(environment.get("APPDATA"), home, "AppData/Roaming").resolve("Gatehouse");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Gatehouse");
    }
    return folder(environment.get("XDG_CONFIG_HOME"), home, ".config").resolve("gatehouse");
  }

  private static Path folder(@Nullable String named, String home, String otherwise) {
    boolean usable = named != null && Path.of(named).isAbsolute();
    return usable ? Path.of(named) : Path.of(home, otherwise);
  }
}
