package dev.gatehouse.desktop.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks every lesson of a folder, each by itself and all of them together. */
public final class LessonChecker {
  private final LessonReader reader;

  /**
   * A checker.
   *
   * @param reader reads and checks each lesson by itself
   */
  public LessonChecker(LessonReader reader) {
    this.reader = reader;
  }

  /**
   * What checking a folder came to.
   *
   * @param lessons those with nothing wrong, in order
   * @param problems all that is wrong
   */
  public record Report(List<Lesson> lessons, List<Problem> problems) {
    public Report {
      lessons = List.copyOf(lessons);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Checks the lessons of this directory.
   *
   * @throws IOException if the directory cannot be listed
   */
  public Report check(Path directory) throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> before = new HashSet<>();
    for (Path folder : LessonLibrary.foldersIn(directory)) {
      LessonReader.Reading reading = reader.read(folder);
      problems.addAll(reading.problems());
      reading.lesson().ifPresent(lessons::add);
      reading.lesson().ifPresent(lesson -> problems.addAll(unknownNeeds(lesson, folder, before)));
      before.add(slug(folder));
    }
    if (before.isEmpty()) {
      problems.add(
          new Problem(directory.toString(), 1, "there is no folder with a lesson.md here"));
    }
    return new Report(lessons, problems);
  }

  private static List<Problem> unknownNeeds(Lesson lesson, Path folder, Set<String> before) {
    return lesson.needs().stream()
        .filter(need -> !before.contains(need))
        .map(
            need ->
                new Problem(
                    folder.resolve(LessonReader.FILE_NAME).toString(),
                    lesson.needsLine(),
                    "needs the lesson \""
                        + need
                        + "\", but no lesson before this one has that name"))
        .toList();
  }

  private static String slug(Path folder) {
    return String.valueOf(folder.getFileName()).replace("/", "");
  }
}
