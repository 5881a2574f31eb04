package dev.gatehouse.desktop.lesson;

import dev.gatehouse.desktop.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps a person's progress in a file, so that neither a crash nor a damaged file loses it. */
public final class ProgressStore {
  private final JsonFile<Progress> file;

  /**
   * A store.
   *
   * @param dataFolder the program's data folder; made when first written to
   * @param person whose progress it is: letters, digits, dots and hyphens
   */
  public ProgressStore(Path dataFolder, String person) {
    if (!person.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,63}")) {
      throw new IllegalArgumentException("not a name for a file: " + person);
    }
    this.file =
        new JsonFile<>(dataFolder.resolve("progress").resolve(person + ".json"), Progress.class);
  }

  /** Where the progress is kept. */
  public Path file() {
    return file.path();
  }

  /**
   * Reads the progress; none if there is no file yet. A damaged file is put aside under another
   * name and read as none.
   *
   * @throws IOException if the file is there but cannot be opened or put aside
   */
  public Progress load() throws IOException {
    return file.load().orElseGet(Progress::none);
  }

  /** Writes the progress. */
  public void save(Progress progress) throws IOException {
    file.save(progress);
  }
}
