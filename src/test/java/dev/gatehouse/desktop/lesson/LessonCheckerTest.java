package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reads the lessons that ship with the program. */
final class LessonCheckerTest {
  @Test
  void nothingIsWrongWithTheLessonsOfTheProgram() throws IOException {
    LessonChecker.Report report = new LessonChecker(new LessonReader(Names.any())).check(Path.of("../lessons"));
    assertThat(report.problems()).isEmpty();
    assertThat(report.lessons()).hasSizeGreaterThanOrEqualTo(5);
  }
}
