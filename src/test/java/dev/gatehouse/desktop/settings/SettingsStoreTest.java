package dev.gatehouse.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsStoreTest {
  @TempDir private Path folder;

  @Test
  void whatWasSetIsThereAtTheNextStart() throws IOException {
    Settings set = new Settings(ThemeChoice.DARK, 150, 1920, 1080, true, "traffic");
    new SettingsStore(folder.resolve("not/there/yet")).save(set);

    assertThat(new SettingsStore(folder.resolve("not/there/yet")).load()).isEqualTo(set);
  }

  @Test
  void aDamagedFileIsPutAsideAndNothingIsSet() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"theme\":");

    assertThat(new SettingsStore(folder).load()).isEqualTo(Settings.initial());
    assertThat(folder.resolve("settings.json.damaged")).exists();
  }

  @Test
  void settingsOfANewerVersionAreReadAsFarAsTheyAreKnown() throws IOException {
    Files.writeString(folder.resolve("settings.json"), "{\"zoom\":125,\"haptics\":true}");

    assertThat(new SettingsStore(folder).load().zoom()).isEqualTo(125);
  }

  @Test
  void aSettingThatIsNoneLeavesTheOthersAsTheyWereSet() throws IOException {
    Files.writeString(
        folder.resolve("settings.json"), "{\"theme\":\"SEPIA\",\"width\":[1],\"zoom\":125}");

    assertThat(new SettingsStore(folder).load())
        .isEqualTo(new Settings(ThemeChoice.SYSTEM, 125, 1280, 800, false, ""));
  }

  @Test
  void aSizeThatNoScreenHasIsBroughtIntoRange() {
    Settings wild = new Settings(ThemeChoice.LIGHT, 9000, -5, 1_000_000, false, "");

    assertThat(wild.zoom()).isEqualTo(Settings.MAXIMUM_ZOOM);
    assertThat(wild.width()).isPositive();
    assertThat(wild.height()).isLessThan(1_000_000);
  }

  @Test
  void eachPlatformKeepsSettingsWhereItsProgramsKeepThem() {
    assertThat(PlatformFolders.configuration(on("Linux"), Map.of()))
        .isEqualTo(Path.of("/home/ann/.config/gatehouse"));
    assertThat(PlatformFolders.configuration(on("Linux"), Map.of("XDG_CONFIG_HOME", "/etc/ann")))
        .isEqualTo(Path.of("/etc/ann/gatehouse"));
    assertThat(PlatformFolders.configuration(on("Mac OS X"), Map.of()))
        .isEqualTo(Path.of("/home/ann/Library/Application Support/Gatehouse"));
    assertThat(PlatformFolders.configuration(on("Windows 11"), Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/Gatehouse"));
  }

  private static Properties on(String platform) {
    Properties system = new Properties();
    system.setProperty("os.name", platform);
    system.setProperty("user.home", "/home/ann");
    return system;
  }
}
