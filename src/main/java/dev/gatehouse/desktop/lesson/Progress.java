package dev.gatehouse.desktop.lesson;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How far one person has come.
 *
 * @param answers what was answered, by {@code slug/quiz-1} or {@code slug/task-1}
 * @param done the tasks and quizzes that are done, named in the same way
 * @param notes the person's own notes, by slug
 */
public record Progress(Map<String, String> answers, Set<String> done, Map<String, String> notes) {
  public Progress {
    answers = new LinkedHashMap<>(answers);
    done = new LinkedHashSet<>(done);
    notes = new LinkedHashMap<>(notes);
  }

  /** Nothing yet. */
  public static Progress none() {
    return new Progress(Map.of(), Set.of(), Map.of());
  }

  /** The same with this answer given. */
  public Progress answered(String slug, String part, String answer) {
    Map<String, String> more = new LinkedHashMap<>(answers);
    more.put(key(slug, part), answer);
    return new Progress(more, done, notes);
  }

  /** The same with this task or quiz done. */
  public Progress finished(String slug, String part) {
    Set<String> more = new LinkedHashSet<>(done);
    more.add(key(slug, part));
    return new Progress(answers, more, notes);
  }

  /** The same with these notes on a lesson. */
  public Progress noted(String slug, String text) {
    Map<String, String> more = new LinkedHashMap<>(notes);
    more.put(slug, text);
    return new Progress(answers, done, more);
  }

  /** Whether this task or quiz is done. */
  public boolean isDone(String slug, String part) {
    return done.contains(key(slug, part));
  }

  /** Whether every task and quiz of this lesson is done. */
  public boolean isDone(Lesson lesson) {
    return lesson.tasks().stream().allMatch(task -> isDone(lesson.slug(), task.id()))
        && lesson.quizzes().stream().allMatch(quiz -> isDone(lesson.slug(), quiz.id()));
  }

  private static String key(String slug, String part) {
    return slug + "/" + part;
  }
}
