package dev.gatehouse.server.trace;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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

  private record Removal<S>(Weakness weakness, Predicate<S> when) {}

  private final String id;
  private final String question;
  private final String source;
  private final Function<S, Ballot> body;
  private final Refusal refusal;
  private final @Nullable Removal<S> removal;

  private Rule(
      String id,
      String question,
      String source,
      Function<S, Ballot> body,
      Refusal refusal,
      @Nullable Removal<S> removal) {
    this.id = id;
    this.question = question;
    this.source = source;
    this.body = body;
    this.refusal = refusal;
    this.removal = removal;
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
    return new Rule<>(id, question, source, body, Refusal.FORBIDDEN, null);
  }

  /** The same rule, taken away (it abstains) while {@code weakness} is on. */
  public Rule<S> removedBy(Weakness weakness) {
    return partlyRemovedBy(weakness, subject -> true);
  }

  /**
   * The same rule, taken away (it abstains) while {@code weakness} is on, but only from subjects
   * such as these.
   */
  public Rule<S> partlyRemovedBy(Weakness weakness, Predicate<S> onlyFor) {
    return new Rule<>(id, question, source, body, refusal, new Removal<>(weakness, onlyFor));
  }

  /** The same rule, answered in this way when it is against. */
  public Rule<S> refusedWith(Refusal other) {
    return new Rule<>(id, question, source, body, other, removal);
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

  /** The weakness that takes this rule away. */
  public Optional<Weakness> weakness() {
    return Optional.ofNullable(removal).map(Removal::weakness);
  }

  /** Lets the rule vote; a rule that breaks denies. */
  Vote vote(S subject, Predicate<Weakness> isOn) {
    if (removal != null && isOn.test(removal.weakness()) && removal.when().test(subject)) {
      String name = removal.weakness().name();
      return vote(Ballot.abstain("not asked: the weakness " + name + " is on"), name);
    }
    try {
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
