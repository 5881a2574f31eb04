package dev.gatehouse.desktop.settings;

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
import java.util.Optional;

/**
 * Keeps one value in a file. It is written whole, beside the old one, and then put in its place, so
 * that a crash leaves the old or the new one, never half a file. A file that cannot be read is kept
 * aside, never overwritten.
 *
 * @param <T> what is kept, as Jackson reads and writes it
 */
public final class JsonFile<T> {
  private static final String DAMAGED = ".damaged";

  private final ObjectMapper json = JsonMapper.builder().build();
  private final Path file;
  private final Class<T> type;

  /** A file, which need not be there yet; its folder is made when it is first written. */
  public JsonFile(Path file, Class<T> type) {
    this.file = file;
    this.type = type;
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * Reads it; empty if there is none yet. A damaged one is put aside under another name and read as
   * none.
   *
   * @throws IOException if the file is there but cannot be opened or put aside
   */
  public Optional<T> load() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(Files.readAllBytes(file), type));
    } catch (JacksonException damaged) {
      Files.move(file, unusedName());
      return Optional.empty();
    }
  }

  /** Writes it. */
  public void save(T value) throws IOException {
    Path folder = file.resolveSibling(".");
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
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
