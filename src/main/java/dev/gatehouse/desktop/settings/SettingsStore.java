package dev.gatehouse.desktop.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps the settings in {@code settings.json}; a file that cannot be read is put aside. */
public final class SettingsStore {
  private final ObjectMapper json = JsonMapper.builder().build();
  private final Path file;

  /**
   * A store.
   *
   * @param folder the program's configuration folder; made when first written to
   */
  public SettingsStore(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  /**
   * Reads the settings; the initial ones if there are none or the file is damaged.
   *
   * @throws IOException if the file is there but cannot be opened or put aside
   */
  public Settings load() throws IOException {
    if (!Files.exists(file)) {
      return Settings.initial();
    }
    try {
      return json.readValue(Files.readAllBytes(file), Settings.class);
    } catch (JacksonException damaged) {
      Files.move(
          file, file.resolveSibling("settings.json.damaged"), StandardCopyOption.REPLACE_EXISTING);
      return Settings.initial();
    }
  }

  /** Writes the settings beside the old ones, then puts them in their place. */
  public void save(Settings settings) throws IOException {
    Path folder = file.resolveSibling(".");
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "settings", ".part");
    try {
      Files.write(fresh, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(settings));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
