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
  /**
   * A student's try at a task: whatever comes of it is that task's, also if another is looked at by
   * then.
   *
   * @param slug the lesson's folder
   * @param task what is tried
   */
  record Attempt(String slug, Task task) {}

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

  /**
   * Takes these lessons in place of those before; the one that is read stays open, at the same task
   * unless that begins otherwise now.
   */
  void show(LessonChecker.Report report) {
    @Nullable Lesson before = lesson.get();
    @Nullable Task current = task.get();
    lessons.setAll(report.lessons());
    problems.setAll(report.problems());
    Optional<Lesson> same = before == null ? Optional.empty() : named(before.slug());
    if (same.isPresent() && current != null) {
      lesson.set(same.get());
      task.set(again(current, same.get()).orElseGet(() -> firstTask(same.get())));
      changed();
    } else {
      open(same.or(this::firstNotDone).orElse(lessons.isEmpty() ? null : lessons.get(0)));
    }
  }

  /** Whether a task is the one before it as its trainer has saved it again, its start unchanged. */
  static boolean isSame(@Nullable Task before, @Nullable Task now) {
    return before != null
        && now != null
        && before.id().equals(now.id())
        && before.start().equals(now.start());
  }

  private static Optional<Task> again(Task before, Lesson now) {
    return now.tasks().stream().filter(one -> isSame(before, one)).findFirst();
  }

  private Task firstTask(Lesson one) {
    return one.tasks().stream()
        .filter(task -> !isDone(one, task.id()))
        .findFirst()
        .orElse(one.tasks().get(0));
  }

  /** The lesson of this folder, or of this number. */
  Optional<Lesson> named(String id) {
    return lessons.stream()
        .filter(one -> one.slug().equals(id) || one.slug().startsWith(id + "-"))
        .findFirst();
  }

  /** Opens a lesson, its first task that is not done set up. */
  void open(@Nullable Lesson other) {
    // First none: the tasks of two lessons may look the same.
    task.set(null);
    lesson.set(other);
    task.set(other == null ? null : firstTask(other));
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

  /** A try at the task that is set up; empty while there is none. */
  Optional<Attempt> attempt() {
    return Optional.ofNullable(task.get()).map(current -> new Attempt(slug(), current));
  }

  /** Judges what came of a try. */
  void judge(Attempt attempt, ExchangeRecord exchange) {
    Task tried = attempt.task();
    Verdict verdict = Verdict.of(tried, exchange);
    verdicts.put(key(attempt.slug(), tried.id()), verdict);
    if (verdict.done()) {
      progress = progress.finished(attempt.slug(), tried.id());
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

  /** Whether a task of the open lesson is done, now or in an earlier session. */
  boolean isDone(Task one) {
    return progress.isDone(slug(), one.id());
  }

  /** Whether all of a lesson is done. */
  boolean isDone(Lesson one) {
    return progress.isDone(one);
  }

  /** The student's own notes on a lesson. */
  String notes(Lesson one) {
    return progress.notes().getOrDefault(one.slug(), "");
  }

  /** Keeps the student's notes on a lesson, whichever is open by then. */
  void note(Lesson one, String text) {
    if (!text.equals(notes(one))) {
      progress = progress.noted(one.slug(), text);
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
    return key(slug(), part);
  }

  private static String key(String slug, String part) {
    return slug + "/" + part;
  }
}
