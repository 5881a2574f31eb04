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

  private final String id;
  private final String question;
  private final String source;
  private final Function<S, Ballot> body;
  private final @Nullable Weakness removedBy;

  private Rule(
      String id,
      String question,
      String source,
      Function<S, Ballot> body,
      @Nullable Weakness removedBy) {
    this.id = id;
    this.question = question;
    this.source = source;
    this.body = body;
    this.removedBy = removedBy;
  }

  /**
   * Declares a rule.
   *
   * @param id its stable name, for example {@code ownership}
   * @param question what it asks
   * @param source where that is demanded, for example {@code OWASP API1:2023}
   * @param body how it votes
   */
  public static <S> Rule<S> rule(
      String id, String question, String source, Function<S, Ballot> body) {
    return new Rule<>(id, question, source, body, null);
  }

  /** The same rule, taken away (it abstains) while {@code weakness} is on. */
  public Rule<S> removedBy(Weakness weakness) {
    return new Rule<>(id, question, source, body, weakness);
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
    return Optional.ofNullable(removedBy);
  }

  /** Lets the rule vote; a rule that breaks denies. */
  Vote vote(S subject, Predicate<Weakness> isOn) {
    if (removedBy != null && isOn.test(removedBy)) {
      return new Vote(
          id,
          question,
          source,
          Vote.Choice.ABSTAIN,
          "not asked: the weakness " + removedBy.name() + " is on",
          removedBy.name());
    }
    Ballot ballot;
    try {
      ballot = body.apply(subject);
    } catch (RuntimeException unexpected) {
      ballot =
          Ballot.deny("the rule could not be applied: " + unexpected.getClass().getSimpleName());
    }
    return new Vote(id, question, source, ballot.choice(), ballot.reason(), null);
  }
}
