package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import java.util.TreeSet;

/**
 * The answer to the question of a card.
 *
 * @param mark how it ended
 * @param word the answer in a word or two, for example {@code alice}
 * @param remark what belongs to it, for example roles and scopes; may be empty
 */
record Conclusion(Mark mark, String word, String remark) {
  /** The answer to a question that was not asked. */
  static final Conclusion NONE = new Conclusion(Mark.PENDING, "", "");

  /** The answer of a server that keeps it to itself. */
  static final Conclusion OUT_OF_SIGHT = new Conclusion(Mark.NOT_REACHED, "out of sight", "");

  /** The answer where nothing answered. */
  static final Conclusion NO_ANSWER = new Conclusion(Mark.NOT_REACHED, "no answer", "");

  private static final Conclusion NO_SUCH_CALL =
      new Conclusion(
          Mark.ABSTAINS,
          "nobody asked",
          "There is no such call, so nobody was asked who they are.");
  private static final Conclusion NOT_ASKED = new Conclusion(Mark.NOT_REACHED, "not asked", "");

  /** Who the caller is. */
  static Conclusion who(ExchangeRecord exchange) {
    return HeadlineWriter.noSuchCall(exchange) ? NO_SUCH_CALL : of(exchange.authentication());
  }

  /** What the caller may do. */
  static Conclusion may(ExchangeRecord exchange) {
    return openToEveryone(exchange) ? NOT_ASKED : of(exchange.authorization());
  }

  /** Whether the rules were left out because nobody had to be identified. */
  static boolean openToEveryone(ExchangeRecord exchange) {
    return exchange.authorization().result() == Decision.Result.NOT_REACHED
        && exchange.authentication().failure().isEmpty()
        && exchange.authentication().principal().isEmpty();
  }

  private static Conclusion of(Verification verification) {
    if (verification.failure().isPresent()) {
      return new Conclusion(Mark.FAILED, "nobody", "");
    }
    return verification
        .principal()
        .map(Conclusion::of)
        .orElseGet(
            () ->
                new Conclusion(
                    Mark.ABSTAINS, "anybody", "This call is open to everyone: nobody was asked."));
  }

  private static Conclusion of(Principal principal) {
    String roles = String.join(", ", new TreeSet<>(principal.roles()));
    String scopes = String.join(" ", new TreeSet<>(principal.scopes()));
    StringBuilder remark = new StringBuilder();
    if (!roles.isEmpty()) {
      remark.append("Role ").append(roles);
    }
    if (!scopes.isEmpty()) {
      remark.append(remark.isEmpty() ? "Scope " : " · scope ").append(scopes);
    }
    return new Conclusion(Mark.PASSED, principal.id(), remark.toString());
  }

  private static Conclusion of(Decision decision) {
    Mark mark =
        switch (decision.result()) {
          case PERMITTED -> Mark.PERMITS;
          case DENIED -> Mark.DENIES;
          case NOT_REACHED -> Mark.NOT_REACHED;
        };
    if (decision.result() == Decision.Result.NOT_REACHED) {
      return new Conclusion(mark, mark.word(), "");
    }
    String asked =
        decision.resource().isEmpty()
            ? decision.action()
            : decision.action() + " on " + decision.resource();
    return new Conclusion(mark, decision.result().text(), asked);
  }
}
