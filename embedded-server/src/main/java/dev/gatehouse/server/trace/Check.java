package dev.gatehouse.server.trace;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question that a credential has to answer. A scheme is an ordered list of these; the list is
 * at once what the server does, what the trace says and what the screen shows.
 *
 * @param <C> what is examined: the scheme's view of one attempt to authenticate
 */
public final class Check<C> {
  /**
   * What a check does. It reports bad input as a failed finding; if it throws all the same, the
   * check has failed.
   */
  @FunctionalInterface
  public interface Body<C> {
    /** Examines the subject and says what it found. */
    Finding examine(C subject) throws Exception;
  }

  private record Removal<C>(Weakness weakness, Predicate<C> when, boolean listed) {}

  private final String id;
  private final String question;
  private final String source;
  private final String why;
  private final Body<C> body;
  private final Refusal refusal;
  private final List<Removal<C>> removals;

  private Check(
      String id,
      String question,
      String source,
      String why,
      Body<C> body,
      Refusal refusal,
      List<Removal<C>> removals) {
    this.id = id;
    this.question = question;
    this.source = source;
    this.why = why;
    this.body = body;
    this.refusal = refusal;
    this.removals = List.copyOf(removals);
  }

  /**
   * Declares a check that is answered with 401 when it fails.
   *
   * @param id {@code type.what}, stable, for example {@code jwt.signature}
   * @param question what it asks, as a question of at most fifty characters
   * @param source where that is demanded, for example {@code RFC 7515 §5.2}
   * @param body what it does
   */
  public static <C> Check<C> check(String id, String question, String source, Body<C> body) {
    return new Check<>(id, question, source, "", body, Refusal.UNAUTHORIZED, List.of());
  }

  /** The same check with the reason why it is made, in one or two sentences for a newcomer. */
  public Check<C> because(String reason) {
    return new Check<>(id, question, source, reason, body, refusal, removals);
  }

  /** The same check, answered in this way when it fails. */
  public Check<C> refusedWith(Refusal other) {
    return new Check<>(id, question, source, why, body, other, removals);
  }

  /** The same check, taken away while {@code weakness} is on. */
  public Check<C> removedBy(Weakness weakness) {
    return removed(new Removal<>(weakness, subject -> true, true));
  }

  /**
   * The same check, taken away while {@code weakness} is on, but only for subjects such as these.
   * For the checks that cannot run at all once an earlier one was taken away.
   */
  public Check<C> removedBy(Weakness weakness, Predicate<C> onlyFor) {
    return removed(new Removal<>(weakness, onlyFor, false));
  }

  /**
   * The same check, taken away while {@code weakness} is on, but only from subjects such as these.
   * They are what the weakness is about, so this check is where it is listed.
   */
  public Check<C> partlyRemovedBy(Weakness weakness, Predicate<C> onlyFor) {
    return removed(new Removal<>(weakness, onlyFor, true));
  }

  private Check<C> removed(Removal<C> removal) {
    List<Removal<C>> all = Stream.concat(removals.stream(), Stream.of(removal)).toList();
    return new Check<>(id, question, source, why, body, refusal, all);
  }

  /** The same check where its subject is part of a larger one. */
  public <D> Check<D> on(Function<D, C> part) {
    return new Check<>(
        id,
        question,
        source,
        why,
        whole -> body.examine(part.apply(whole)),
        refusal,
        removals.stream()
            .map(
                removal ->
                    new Removal<D>(
                        removal.weakness(),
                        whole -> removal.when().test(part.apply(whole)),
                        removal.listed()))
            .toList());
  }

  /** Its stable name, {@code type.what}. */
  public String id() {
    return id;
  }

  /** What it asks. */
  public String question() {
    return question;
  }

  /** Where it is demanded. */
  public String source() {
    return source;
  }

  /** Why it is made; empty if the question says it all. */
  public String why() {
    return why;
  }

  /** The weaknesses that are about this check. */
  public List<Weakness> weaknesses() {
    return removals.stream().filter(Removal::listed).map(Removal::weakness).toList();
  }

  /** Every weakness with which it can turn out differently, whichever check that is about. */
  public List<Weakness> touchedBy() {
    return removals.stream().map(Removal::weakness).distinct().toList();
  }

  /** Runs the check, or says why it did not run. */
  CheckResult run(C subject, Predicate<Weakness> isOn) {
    long start = System.nanoTime();
    @Nullable Weakness taken = takenAwayBy(subject, isOn);
    if (taken != null) {
      Finding skipped = Finding.passed("", "not asked: the weakness " + taken.name() + " is on");
      return result(Outcome.SKIPPED, skipped, taken.name(), start);
    }
    Finding finding;
    try {
      finding = body.examine(subject);
    } catch (Exception unexpected) {
      // A check that breaks has not been passed. What broke is for the log of the one who wrote it,
      // not for the caller.
      finding =
          Finding.failed(
              "the check can be carried out",
              "it could not: " + unexpected.getClass().getSimpleName());
    }
    return result(finding.passed() ? Outcome.PASSED : Outcome.FAILED, finding, null, start);
  }

  /** What the trace says of this check when an earlier one failed. */
  public CheckResult notReached() {
    return new CheckResult(
        id, question, source, why, Outcome.NOT_REACHED, "", "", null, List.of(), 0, null);
  }

  private @Nullable Weakness takenAwayBy(C subject, Predicate<Weakness> isOn) {
    for (Removal<C> removal : removals) {
      if (isOn.test(removal.weakness()) && removal.when().test(subject)) {
        return removal.weakness();
      }
    }
    return null;
  }

  private CheckResult result(
      Outcome outcome, Finding finding, @Nullable String weakness, long start) {
    long micros = (System.nanoTime() - start) / 1_000;
    @Nullable Refusal answer = null;
    if (outcome == Outcome.FAILED) {
      answer = finding.refusal() != null ? finding.refusal() : refusal;
    }
    return new CheckResult(
        id,
        question,
        source,
        why,
        outcome,
        finding.expected(),
        finding.actual(),
        weakness,
        finding.evidence(),
        micros,
        answer);
  }
}
