package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Answer;
import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.LessonChecker;
import dev.gatehouse.desktop.lesson.Problem;
import dev.gatehouse.desktop.lesson.Progress;
import dev.gatehouse.desktop.lesson.Task;
import dev.gatehouse.desktop.lesson.Verdict;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The lessons, how far a student has come, what they predicted and what came of it. Belongs to the
 * JavaFX thread; needs no window.
 */
final class LearnModel {
  private final ObservableList<Lesson> lessons = FXCollections.observableArrayList();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Lesson> lesson = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Task> task = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final Map<String, Integer> hints = new HashMap<>();
  private final Consumer<Progress> keep;
  private Progress progress = Progress.none();

  /**
   * No lessons yet.
   *
   * @param keep called with the progress whenever it has changed
   */
  LearnModel(Consumer<Progress> keep) {
    this.keep = keep;
  }

  /** The lessons with nothing wrong, in order. */
  ObservableList<Lesson> lessons() {
    return lessons;
  }

  /** What is wrong with the others. */
  ObservableList<Problem> problems() {
    return problems;
  }

  /** The lesson that is read; null while there is none. */
  ObjectProperty<@Nullable Lesson> lesson() {
    return lesson;
  }

  /** The task whose request is set up; null while there is none. */
  ObjectProperty<@Nullable Task> task() {
    return task;
  }

  /** Counts what a student has done, so that views know when to look again. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** What is known of a student who comes back. */
  void resume(Progress earlier) {
    progress = earlier;
    changed();
  }

  /** Takes these lessons in place of those before; the one that is read stays open. */
  void show(LessonChecker.Report report) {
    @Nullable Lesson before = lesson.get();
    lessons.setAll(report.lessons());
    problems.setAll(report.problems());
    Optional<Lesson> same = before == null ? Optional.empty() : named(before.slug());
    open(same.or(this::firstNotDone).orElse(lessons.isEmpty() ? null : lessons.get(0)));
  }

  /** The lesson of this folder, or of this number. */
  Optional<Lesson> named(String id) {
    return lessons.stream()
        .filter(one -> one.slug().equals(id) || one.slug().startsWith(id + "-"))
        .findFirst();
  }

  /** Opens a lesson, its first task that is not done set up. */
  void open(@Nullable Lesson other) {
    lesson.set(other);
    task.set(
        other == null
            ? null
            : other.tasks().stream()
                .filter(one -> !isDone(other, one.id()))
                .findFirst()
                .orElse(other.tasks().get(0)));
    changed();
  }

  /** The lesson after or before the open one. */
  Optional<Lesson> beside(int step) {
    int index = lessons.indexOf(lesson.get()) + step;
    return index >= 0 && index < lessons.size()
        ? Optional.of(lessons.get(index))
        : Optional.empty();
  }

  /** Which answer was given: to a task's prediction or to a quiz. */
  Optional<String> answer(String part) {
    return Optional.ofNullable(progress.answers().get(key(part)));
  }

  /** Gives an answer. */
  void answer(String part, String answer, boolean done) {
    String slug = slug();
    progress = progress.answered(slug, part, answer);
    if (done) {
      progress = progress.finished(slug, part);
    }
    keep.accept(progress);
    changed();
  }

  /** Why Send is not to be pressed yet, in words; empty if it is. */
  String notYet() {
    @Nullable Task current = task.get();
    return current == null || answer(current.id()).isPresent() ? "" : "First say what you expect";
  }

  /** Judges what came of the task that is set up. */
  void judge(ExchangeRecord exchange) {
    @Nullable Task current = task.get();
    if (current == null) {
      return;
    }
    Verdict verdict = Verdict.of(current, exchange);
    verdicts.put(key(current.id()), verdict);
    if (verdict.done()) {
      progress = progress.finished(slug(), current.id());
      keep.accept(progress);
    }
    changed();
  }

  /** What a student was told about their last exchange in this task. */
  Optional<Verdict> verdict(Task one) {
    return Optional.ofNullable(verdicts.get(key(one.id())));
  }

  /** What is said about the prediction once the answer has come. */
  Optional<Answer> predicted(Task one) {
    return answer(one.id())
        .flatMap(
            text ->
                one.predict().answers().stream()
                    .filter(answer -> answer.text().equals(text))
                    .findFirst());
  }

  /** How many hints of this task are shown. */
  int hints(Task one) {
    return hints.getOrDefault(key(one.id()), 0);
  }

  /** Shows one hint more. */
  void hint(Task one) {
    hints.put(key(one.id()), Math.min(one.hints().size(), hints(one) + 1));
    changed();
  }

  /** The task after this one, if there is one. */
  Optional<Task> after(Task one) {
    @Nullable Lesson current = lesson.get();
    if (current == null) {
      return Optional.empty();
    }
    int index = current.tasks().indexOf(one) + 1;
    return index > 0 && index < current.tasks().size()
        ? Optional.of(current.tasks().get(index))
        : Optional.empty();
  }

  /** Whether a task or quiz of a lesson is done. */
  boolean isDone(Lesson one, String part) {
    return progress.isDone(one.slug(), part);
  }

  /** Whether all of a lesson is done. */
  boolean isDone(Lesson one) {
    return progress.isDone(one);
  }

  /** The student's own notes on the open lesson. */
  String notes() {
    return progress.notes().getOrDefault(slug(), "");
  }

  /** Keeps the student's notes on the open lesson. */
  void note(String text) {
    if (!text.equals(notes())) {
      progress = progress.noted(slug(), text);
      keep.accept(progress);
    }
  }

  private Optional<Lesson> firstNotDone() {
    return lessons.stream().filter(one -> !isDone(one)).findFirst();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  private String slug() {
    @Nullable Lesson current = lesson.get();
    return current == null ? "" : current.slug();
  }

  private String key(String part) {
    return slug() + "/" + part;
  }
}
