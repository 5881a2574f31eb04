package dev.gatehouse.desktop.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where lessons are found. A folder with a {@code lesson.md} in it is a lesson; there is no index to keep. The lessons that ship
 * with the program are read out of its own jar in the same way.
 */
public final class LessonLibrary {
  private static final String BUNDLED = "/lessons";

  private LessonLibrary() {}

  /** The folders of lessons in this directory, by name. */
  public static List<Path> foldersIn(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(entry -> Files.isRegularFile(entry.resolve(LessonReader.FILE_NAME))).sorted().toList();
    }
  }

  /** What {@code read} makes of the directory of the lessons that ship with the program; it is closed afterwards. */
  public static <T> T inBundled(Function<Path, T> read) throws IOException {
    @Nullable URL url = LessonLibrary.class.getResource(BUNDLED);
    if (url == null) {
      throw new IOException("this program was packed without lessons");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        Path file = Path.of(jar.getJarFileURL().toURI());
        try (FileSystem inside = FileSystems.newFileSystem(file)) {
          return read.apply(inside.getPath(BUNDLED));
        }
      }
      URI uri = url.toURI();
      return read.apply(Path.of(uri));
    } catch (URISyntaxException odd) {
      throw new IOException("the lessons cannot be found at " + url, odd);
    }
  }

  /** The bundled lessons, in order; only those with nothing wrong. */
  public static List<Lesson> bundled(LessonReader reader) throws IOException {
    try {
      return inBundled(directory -> readAll(directory, reader));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static List<Lesson> readAll(Path directory, LessonReader reader) {
    try {
      return foldersIn(directory).stream().flatMap(folder -> reader.read(folder).lesson().stream()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
