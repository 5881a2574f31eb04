package dev.gatehouse.desktop.settings;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps the settings in {@code settings.json}; a file that cannot be read is put aside. */
public final class SettingsStore {
  private final JsonFile<Settings> file;

  /**
   * A store.
   *
   * @param folder the program's configuration folder; made when first written to
   */
  public SettingsStore(Path folder) {
    this.file = new JsonFile<>(folder.resolve("settings.json"), Settings.class);
  }

  /**
   * Reads the settings; the initial ones if there are none or the file is damaged.
   *
   * @throws IOException if the file is there but cannot be opened or put aside
   */
  public Settings load() throws IOException {
    return file.load().orElseGet(Settings::initial);
  }

  /** Writes the settings beside the old ones, then puts them in their place. */
  public void save(Settings settings) throws IOException {
    file.save(settings);
  }
}
