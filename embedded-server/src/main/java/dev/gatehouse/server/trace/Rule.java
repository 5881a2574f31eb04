package dev.gatehouse.server.trace;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One question about what a proved caller may do. A policy is an ordered list of these, and every
 * one of them votes.
 *
 * @param <S> what is judged: who wants to do what with which resource
 */
public final class Rule<S> {
  /** A vote and its reason. */
  public record Ballot(Vote.Choice choice, String reason) {
    /** In favour. */
    public static Ballot permit(String reason) {
      return new Ballot(Vote.Choice.PERMIT, reason);
    }

    /** Against; one such vote is enough to deny. */
    public static Ballot deny(String reason) {
      return new Ballot(Vote.Choice.DENY, reason);
    }

    /** The rule has nothing to say here. */
    public static Ballot abstain(String reason) {
      return new Ballot(Vote.Choice.ABSTAIN, reason);
    }
  }

  private record Removal<S>(Weakness weakness, Predicate<S> when, boolean listed) {}

  private final String id;
  private final String question;
  private final String source;
  private final Function<S, Ballot> body;
  private final Refusal refusal;
  private final List<Removal<S>> removals;

  private Rule(
      String id,
      String question,
      String source,
      Function<S, Ballot> body,
      Refusal refusal,
      List<Removal<S>> removals) {
    this.id = id;
    this.question = question;
    this.source = source;
    this.body = body;
    this.refusal = refusal;
    this.removals = List.copyOf(removals);
  }

  /**
   * Declares a rule that is answered with 403 when it is against.
   *
   * @param id its stable name, for example {@code ownership}
   * @param question what it asks
   * @param source where that is demanded, for example {@code OWASP API1:2023}
   * @param body how it votes
   */
  public static <S> Rule<S> rule(
      String id, String question, String source, Function<S, Ballot> body) {
    return new Rule<>(id, question, source, body, Refusal.FORBIDDEN, List.of());
  }

  /** The same rule, taken away (it abstains) while {@code weakness} is on. */
  public Rule<S> removedBy(Weakness weakness) {
    return partlyRemovedBy(weakness, subject -> true);
  }

  /**
   * The same rule, taken away (it abstains) while {@code weakness} is on, but only for subjects
   * such as these. For the rules that go with the one that the weakness is about.
   */
  public Rule<S> removedBy(Weakness weakness, Predicate<S> onlyFor) {
    return removed(new Removal<>(weakness, onlyFor, false));
  }

  /**
   * The same rule, taken away (it abstains) while {@code weakness} is on, but only from subjects
   * such as these. They are what the weakness is about, so this rule is where it is listed.
   */
  public Rule<S> partlyRemovedBy(Weakness weakness, Predicate<S> onlyFor) {
    return removed(new Removal<>(weakness, onlyFor, true));
  }

  private Rule<S> removed(Removal<S> removal) {
    List<Removal<S>> all = Stream.concat(removals.stream(), Stream.of(removal)).toList();
    return new Rule<>(id, question, source, body, refusal, all);
  }

  /** The same rule, answered in this way when it is against. */
  public Rule<S> refusedWith(Refusal other) {
    return new Rule<>(id, question, source, body, other, removals);
  }

  /** Its stable name. */
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

  /** The weaknesses that are about this rule. */
  public List<Weakness> weaknesses() {
    return removals.stream().filter(Removal::listed).map(Removal::weakness).toList();
  }

  /** Every weakness with which it can turn out differently, whichever rule that is about. */
  public List<Weakness> touchedBy() {
    return removals.stream().map(Removal::weakness).distinct().toList();
  }

  /** Lets the rule vote; a rule that breaks denies. */
  Vote vote(S subject, Predicate<Weakness> isOn) {
    try {
      for (Removal<S> removal : removals) {
        if (isOn.test(removal.weakness()) && removal.when().test(subject)) {
          String name = removal.weakness().name();
          return vote(Ballot.abstain("not asked: the weakness " + name + " is on"), name);
        }
      }
      return vote(body.apply(subject), null);
    } catch (RuntimeException unexpected) {
      String what = unexpected.getClass().getSimpleName();
      return vote(Ballot.deny("the rule could not be applied: " + what), null);
    }
  }

  private Vote vote(Ballot ballot, @Nullable String weakness) {
    @Nullable Refusal answer = ballot.choice() == Vote.Choice.DENY ? refusal : null;
    return new Vote(id, question, source, ballot.choice(), ballot.reason(), weakness, answer);
  }
}
