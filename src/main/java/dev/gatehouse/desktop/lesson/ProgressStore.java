package dev.gatehouse.desktop.lesson;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a person's progress in a file. It is written whole, beside the old one, and then put in its
 * place, so that a crash leaves the old or the new one, never half a file. A file that cannot be
 * read is kept aside, never overwritten.
 */
public final class ProgressStore {
  private static final String DAMAGED = ".damaged";

  private final ObjectMapper json = JsonMapper.builder().build();
  private final Path file;

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
    this.file = dataFolder.resolve("progress").resolve(person + ".json");
  }

  /** Where the progress is kept. */
  public Path file() {
    return file;
  }

  /**
   * Reads the progress; none if there is no file yet. A damaged file is put aside under another
   * name and read as none.
   *
   * @throws IOException if the file is there but cannot be opened or put aside
   */
  public Progress load() throws IOException {
    if (!Files.exists(file)) {
      return Progress.none();
    }
    try {
      return json.readValue(Files.readAllBytes(file), Progress.class);
    } catch (JacksonException damaged) {
      Files.move(file, unusedName());
      return Progress.none();
    }
  }

  /** Writes the progress. */
  public void save(Progress progress) throws IOException {
    Path folder = file.resolveSibling(".");
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "progress", ".part");
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(progress));
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      replaceWith(fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void replaceWith(Path fresh) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException simpleFileSystem) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path unusedName() {
    Path aside = file.resolveSibling(file.getFileName() + DAMAGED);
    for (int number = 2; Files.exists(aside); number++) {
      aside = file.resolveSibling(file.getFileName() + DAMAGED + "-" + number);
    }
    return aside;
  }
}
