package dev.gatehouse.desktop.lesson;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something to do against the real server: predict, try, and be told what really happened.
 *
 * @param id its name within the lesson, for example {@code task-1}
 * @param goal one sentence in the imperative
 * @param weaknesses the names of the weaknesses that are on while it is done
 * @param start the request that is put in front of the student
 * @param predict the question asked before Send is enabled
 * @param expect what the student's exchange must show; all of it
 * @param misses near misses worth a sentence of their own, in order; the first that fits is said
 * @param done what is said when it is done, a {@link Template}
 * @param hints three, each more specific
 * @param solution the requests that reach the goal; the last one must meet {@code expect}
 * @param line the line of the file on which it begins
 */
public record Task(
    String id,
    String goal,
    Set<String> weaknesses,
    RequestStep start,
    Prediction predict,
    List<Condition> expect,
    List<Miss> misses,
    String done,
    List<String> hints,
    List<RequestStep> solution,
    int line)
    implements Lesson.Part {
  public Task {
    weaknesses = Set.copyOf(weaknesses);
    expect = List.copyOf(expect);
    misses = List.copyOf(misses);
    hints = List.copyOf(hints);
    solution = List.copyOf(solution);
  }

  /** Whether what it expects, or says to near misses, hangs on this check or rule. */
  public boolean isAbout(String id) {
    return Stream.concat(expect.stream(), misses.stream().flatMap(miss -> miss.when().stream()))
        .map(Condition::field)
        .anyMatch(field -> field.subject() != null && field.key().equals(id));
  }

  /**
   * A question asked before the request is sent.
   *
   * @param question for example {@code Which status comes back?}
   * @param answers to choose from
   */
  public record Prediction(String question, List<Answer> answers) {
    public Prediction {
      answers = List.copyOf(answers);
    }
  }

  /**
   * A near miss.
   *
   * @param when what the exchange shows then; all of it
   * @param say what to tell the student, a {@link Template}
   */
  public record Miss(List<Condition> when, String say) {
    public Miss {
      when = List.copyOf(when);
    }
  }
}
