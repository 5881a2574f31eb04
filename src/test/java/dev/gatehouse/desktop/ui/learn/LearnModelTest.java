package dev.gatehouse.desktop.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.LessonLibrary;
import dev.gatehouse.desktop.lesson.LessonReader;
import dev.gatehouse.desktop.lesson.Names;
import dev.gatehouse.desktop.lesson.Progress;
import dev.gatehouse.desktop.lesson.Task;
import dev.gatehouse.desktop.ui.explain.Records;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Learn page knows, without a window and without a server. */
final class LearnModelTest {
  private final List<Progress> kept = new ArrayList<>();
  private final LearnModel model = new LearnModel(kept::add);

  @BeforeEach
  void readTheBundledLessons() throws Exception {
    model.show(LessonLibrary.visitBundled(new LessonChecker(new LessonReader(Names.any()))::check));
  }

  @Test
  void theFirstLessonIsOpenAtItsFirstTask() {
    assertThat(lesson().slug()).startsWith("01-");
    assertThat(model.task().get()).isEqualTo(lesson().tasks().get(0));
  }

  @Test
  void aTaskWaitsForItsPrediction() {
    assertThat(model.notYet()).isNotEmpty();

    Task task = lesson().tasks().get(0);
    model.answer(task.id(), task.predict().answers().get(0).text(), false);

    assertThat(model.notYet()).isEmpty();
  }

  @Test
  void answersAreKept() {
    model.answer("quiz-1", "This", true);

    assertThat(kept)
        .last()
        .satisfies(
            progress -> {
              assertThat(progress.answers()).containsValue("This");
              assertThat(progress.isDone(lesson().slug(), "quiz-1")).isTrue();
            });
  }

  @Test
  void hintsComeOneByOneUntilThereAreNoMore() {
    Task task = lesson().tasks().get(0);
    for (int i = 0; i < 5; i++) {
      model.hint(task);
    }

    assertThat(model.hints(task)).isEqualTo(task.hints().size());
  }

  @Test
  void whoComesBackBeginsWithTheFirstLessonThatIsNotDone() {
    Progress done = Progress.none();
    for (Task task : lesson().tasks()) {
      done = done.finished(lesson().slug(), task.id());
    }
    for (var quiz : lesson().quizzes()) {
      done = done.finished(lesson().slug(), quiz.id());
    }
    LearnModel later = new LearnModel(kept::add);
    later.resume(done);
    later.show(new LessonChecker.Report(model.lessons(), List.of()));

    assertThat(later.lesson().get()).isEqualTo(model.lessons().get(1));
  }

  @Test
  void aLessonIsFoundByItsNumber() {
    assertThat(model.named("05"))
        .hasValueSatisfying(one -> assertThat(one.slug()).startsWith("05-"));
  }

  @Test
  void notesStayWithTheLessonTheyWereWrittenOn() {
    Lesson first = lesson();
    model.note(first, "Who is not what.");
    model.open(model.lessons().get(1));
    model.note(first, "Who is not what. Really.");

    assertThat(model.notes(first)).isEqualTo("Who is not what. Really.");
    assertThat(model.notes(lesson())).isEmpty();
  }

  @Test
  void anAnswerIsJudgedByTheTaskItWasSentForWhateverIsSetUpByThen() {
    Lesson first = lesson();
    LearnModel.Attempt attempt = model.attempt().orElseThrow();
    model.open(model.lessons().get(1));
    model.judge(attempt, Records.open());

    assertThat(model.verdict(lesson().tasks().get(0))).isEmpty();
    model.open(first);
    assertThat(model.verdict(attempt.task())).isPresent();
  }

  @Test
  void aTrainersSaveLeavesTheTaskSetUpUnlessItBeginsOtherwise() {
    Lesson first = lesson();
    Task second = first.tasks().get(first.tasks().size() - 1);
    model.task().set(second);
    List<Task> setUp = new ArrayList<>();
    model.task().addListener((observable, before, now) -> setUp.add(now));

    model.show(new LessonChecker.Report(model.lessons(), List.of()));

    assertThat(model.task().get()).isEqualTo(second);
    assertThat(setUp).isEmpty();
  }

  private Lesson lesson() {
    return model.lesson().get();
  }
}
