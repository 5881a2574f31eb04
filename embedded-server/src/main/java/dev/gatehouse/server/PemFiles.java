package dev.gatehouse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Files for programs that read certificates and keys from files, as curl does. They are in a folder
 * of their own that only its owner can read, are written when somebody asks for them, and are gone
 * after {@link #close}, or else when this program ends. Safe for use by many threads.
 */
final class PemFiles implements AutoCloseable {
  private final Deque<Path> written = new ArrayDeque<>();
  private boolean closed;

  /**
   * Writes a file.
   *
   * @param name for example {@code alice.pem}
   * @return its absolute path; empty if it was closed already
   * @throws UncheckedIOException if it cannot be written
   */
  synchronized String write(String name, String text) {
    if (closed) {
      return "";
    }
    try {
      if (written.isEmpty()) {
        remember(Files.createTempDirectory("gatehouse", owners("rwx------")));
      }
      Path file = Files.createFile(written.getFirst().resolve(name), owners("rw-------"));
      remember(file);
      Files.writeString(file, text);
      return file.toString();
    } catch (IOException unwritable) {
      throw new UncheckedIOException("no file for " + name + " could be written", unwritable);
    }
  }

  private void remember(Path path) {
    path.toFile().deleteOnExit();
    written.addLast(path);
  }

  /** Windows keeps a person's temporary folder from others by itself. */
  private static FileAttribute<?>[] owners(String permissions) {
    boolean known = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return known
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** Deletes all of them. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!written.isEmpty()) {
      try {
        Files.deleteIfExists(written.removeLast());
      } catch (IOException inUse) {
        // It is deleted when the program ends.
      }
    }
  }
}
