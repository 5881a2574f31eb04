package dev.gatehouse.desktop.lesson;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where lessons are found. A folder with a {@code lesson.md} in it is a lesson; there is no index
 * to keep. The lessons that ship with the program are read out of its own jar in the same way.
 */
public final class LessonLibrary {
  /** A file that is always there: some jars have no entries for folders. */
  private static final String ANCHOR = "/lessons/README.md";

  private LessonLibrary() {}

  /** The folders of lessons in this directory, by name. */
  public static List<Path> foldersIn(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(LessonReader.FILE_NAME)))
          .sorted()
          .toList();
    }
  }

  /** Something done with a folder of lessons. */
  @FunctionalInterface
  public interface Visit<T> {
    /** Does it. */
    T to(Path directory) throws IOException, InterruptedException;
  }

  /**
   * Does something with the folder of the lessons that ship with the program, which can be read
   * only until then.
   */
  public static <T> T visitBundled(Visit<T> visit) throws IOException, InterruptedException {
    @Nullable URL url = LessonLibrary.class.getResource(ANCHOR);
    if (url == null) {
      throw new IOException("this program was packed without lessons");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        Path file = Path.of(jar.getJarFileURL().toURI());
        try (FileSystem inside = FileSystems.newFileSystem(file)) {
          return visit.to(folderOf(inside.getPath(ANCHOR)));
        }
      }
      return visit.to(folderOf(Path.of(url.toURI())));
    } catch (URISyntaxException odd) {
      throw new IOException("the lessons cannot be found at " + url, odd);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }
}
