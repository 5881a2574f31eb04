package dev.gatehouse.server.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The answer to "what may you do?": every rule's vote, and permitted only if at least one rule was
 * in favour and none against.
 *
 * @param action what was to be done, for example {@code events:read}
 * @param resource to what, for example {@code calendar:alice-work}
 * @param result what came out
 * @param votes every rule's vote, in order; empty if authorization was not reached
 */
public record Decision(String action, String resource, Result result, List<Vote> votes) {
  /** What came out of a decision. */
  public enum Result {
    PERMITTED("permitted"),
    DENIED("denied"),
    /** Nobody was identified, so there was nothing to decide. */
    NOT_REACHED("not-reached");

    private final String text;

    Result(String text) {
      this.text = text;
    }

    /** The word used in exchange records. */
    public String text() {
      return text;
    }
  }

  public Decision {
    votes = List.copyOf(votes);
  }

  /** The decision that was never taken because authentication failed. */
  public static Decision notReached(String action, String resource) {
    return new Decision(action, resource, Result.NOT_REACHED, List.of());
  }

  /**
   * Lets every rule vote in order. A rule sees the votes before its own, so that the last one can
   * say how a denial is told.
   *
   * @param subject makes what is judged; in the list that it is given stand the votes so far
   */
  public static <S> Decision decide(
      String action,
      String resource,
      List<Rule<S>> rules,
      Function<List<Vote>, S> subject,
      Predicate<Weakness> isOn) {
    List<Vote> votes = new ArrayList<>(rules.size());
    S judged = subject.apply(Collections.unmodifiableList(votes));
    for (Rule<S> rule : rules) {
      votes.add(rule.vote(judged, isOn));
    }
    boolean denied = votes.stream().anyMatch(vote -> vote.choice() == Vote.Choice.DENY);
    boolean permitted = votes.stream().anyMatch(vote -> vote.choice() == Vote.Choice.PERMIT);
    return new Decision(
        action, resource, permitted && !denied ? Result.PERMITTED : Result.DENIED, votes);
  }

  /** Whether the caller may go on. */
  public boolean permitted() {
    return result == Result.PERMITTED;
  }

  /** The first rule that was against. */
  public Optional<Vote> denial() {
    return against().findFirst();
  }

  /**
   * The vote by which a denial is answered: one that hides what was asked for, since the others
   * would tell of it, or else the first that was against.
   */
  public Optional<Vote> answeredBy() {
    return against()
        .filter(vote -> Refusal.HIDDEN.equals(vote.refusal()))
        .findFirst()
        .or(this::denial);
  }

  private Stream<Vote> against() {
    return votes.stream().filter(vote -> vote.choice() == Vote.Choice.DENY);
  }
}
