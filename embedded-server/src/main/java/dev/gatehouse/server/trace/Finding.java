package dev.gatehouse.server.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found when it ran.
 *
 * @param passed whether it found what it expected
 * @param expected what had to be so, in words
 * @param actual what was so, in words, without secrets
 * @param evidence what it looked at
 * @param refusal how to answer if this differs from the check's own refusal, else null
 */
public record Finding(
    boolean passed,
    String expected,
    String actual,
    List<Evidence> evidence,
    @Nullable Refusal refusal) {

  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** The check found what it expected. */
  public static Finding passed(String expected, String actual) {
    return new Finding(true, expected, actual, List.of(), null);
  }

  /** The check did not find what it expected. */
  public static Finding failed(String expected, String actual) {
    return new Finding(false, expected, actual, List.of(), null);
  }

  /** Passed or failed, by {@code condition}. */
  public static Finding of(boolean condition, String expected, String actual) {
    return condition ? passed(expected, actual) : failed(expected, actual);
  }

  /** The same finding with one more piece of evidence that anybody may see. */
  public Finding with(String label, String value) {
    return with(new Evidence(label, value, false));
  }

  /** The same finding with one more piece of evidence that is masked unless asked for. */
  public Finding withSecret(String label, String value) {
    return with(new Evidence(label, value, true));
  }

  /** The same finding, answered in this way rather than in the check's own. */
  public Finding answeredBy(Refusal other) {
    return new Finding(passed, expected, actual, evidence, other);
  }

  private Finding with(Evidence one) {
    Evidence[] all = evidence.toArray(new Evidence[evidence.size() + 1]);
    all[evidence.size()] = one;
    return new Finding(passed, expected, actual, List.of(all), refusal);
  }
}
