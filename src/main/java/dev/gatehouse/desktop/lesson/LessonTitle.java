package dev.gatehouse.desktop.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a lesson is called, for whoever looks for one before all of them are read.
 *
 * @param slug the name of its folder
 * @param title as its front matter has it
 */
public record LessonTitle(String slug, String title) {
  private static final String KEY = "title:";

  /**
   * Those of the lessons that ship with the program, in order; one without a title is left out.
   *
   * @throws IOException if they cannot be read
   */
  public static List<LessonTitle> bundled() throws IOException, InterruptedException {
    return LessonLibrary.visitBundled(LessonTitle::in);
  }

  private static List<LessonTitle> in(Path directory) throws IOException {
    return LessonLibrary.foldersIn(directory).stream()
        .flatMap(folder -> of(folder).stream())
        .toList();
  }

  private static Optional<LessonTitle> of(Path folder) {
    String slug = String.valueOf(folder.getFileName()).replace("/", "");
    try (Stream<String> lines = Files.lines(folder.resolve(LessonReader.FILE_NAME))) {
      return lines
          .filter(line -> line.startsWith(KEY))
          .findFirst()
          .map(line -> new LessonTitle(slug, line.substring(KEY.length()).strip()));
    } catch (IOException unreadable) {
      // The Learn page says what is wrong with it.
      return Optional.empty();
    }
  }
}
