package dev.gatehouse.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings are kept where each system keeps them. */
final class ConfigDirectoryTest {
  private static final String HOME = Path.of("/home/alice").toAbsolutePath().toString();

  @Test
  void onLinuxItIsInTheConfigFolder() {
    assertThat(ConfigDirectory.usual("Linux", HOME, Map.of()))
        .isEqualTo(Path.of(HOME, ".config", "gatehouse"));
  }

  @Test
  void onLinuxAnotherConfigFolderIsHonoured() {
    String other = Path.of("/data/config").toAbsolutePath().toString();
    assertThat(ConfigDirectory.usual("Linux", HOME, Map.of("XDG_CONFIG_HOME", other)))
        .isEqualTo(Path.of(other, "gatehouse"));
  }

  @Test
  void aRelativeConfigFolderIsIgnoredAsTheSpecificationSays() {
    assertThat(ConfigDirectory.usual("Linux", HOME, Map.of("XDG_CONFIG_HOME", "config")))
        .isEqualTo(Path.of(HOME, ".config", "gatehouse"));
  }

  @Test
  void onWindowsItIsWithTheRoamingData() {
    String roaming = Path.of("/Users/alice/Roaming").toAbsolutePath().toString();
    assertThat(ConfigDirectory.usual("Windows 11", HOME, Map.of("APPDATA", roaming)))
        .isEqualTo(Path.of(roaming, "Gatehouse"));
  }

  @Test
  void onMacItIsInTheLibrary() {
    assertThat(ConfigDirectory.usual("Mac OS X", HOME, Map.of()))
        .isEqualTo(Path.of(HOME, "Library", "Application Support", "Gatehouse"));
  }
}
