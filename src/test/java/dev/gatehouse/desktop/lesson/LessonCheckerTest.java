package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons of one folder belong together. */
final class LessonCheckerTest {
  private final LessonChecker checker = new LessonChecker(new LessonReader(LessonText.NAMES));
  @TempDir private Path folder;

  private void write(String slug, String text) throws IOException {
    Path lesson = Files.createDirectory(folder.resolve(slug));
    Files.writeString(lesson.resolve("lesson.md"), text);
  }

  @Test
  void lessonsAreReadInTheOrderOfTheirFolders() throws IOException {
    write("02-later", LessonText.GOOD.replace("needs: []", "needs: [01-first]"));
    write("01-first", LessonText.GOOD);
    Files.writeString(folder.resolve("README.md"), "not a lesson");
    LessonChecker.Report report = checker.check(folder);
    assertThat(report.problems()).isEmpty();
    assertThat(report.lessons()).extracting(Lesson::slug).containsExactly("01-first", "02-later");
  }

  @Test
  void aNeedThatNoEarlierLessonMeetsIsNamedWithItsLine() throws IOException {
    write("01-first", LessonText.GOOD.replace("needs: []", "needs: [02-later]"));
    write("02-later", LessonText.GOOD);
    assertThat(checker.check(folder).problems())
        .extracting(Problem::toString)
        .containsExactly(
            folder.resolve("01-first/lesson.md")
                + ":4: needs the lesson \"02-later\", but no lesson before this one has that name");
  }

  @Test
  void aFolderWithoutLessonsIsAProblem() throws IOException {
    assertThat(checker.check(folder).problems()).hasSize(1);
  }

  @Test
  void aFileThatIsNotTextIsAProblem() throws IOException {
    Path lesson = Files.createDirectory(folder.resolve("01-first"));
    Files.write(lesson.resolve("lesson.md"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(checker.check(folder).problems()).hasSize(1);
  }
}
