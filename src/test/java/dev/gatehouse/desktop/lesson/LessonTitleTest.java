package dev.gatehouse.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LessonTitleTest {
  @Test
  void everyLessonThatShipsHasATitleBeforeAnyIsRead() throws Exception {
    List<Lesson> read =
        LessonLibrary.visitBundled(
            folder -> new LessonChecker(new LessonReader(Names.any())).check(folder).lessons());

    assertThat(LessonTitle.bundled())
        .isEqualTo(read.stream().map(one -> new LessonTitle(one.slug(), one.title())).toList());
  }
}
