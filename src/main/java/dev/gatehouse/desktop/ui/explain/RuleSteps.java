package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.explain.Detail.Style;
import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Vote;
import java.util.ArrayList;
import java.util.List;

/** Turns the rules of the policy into steps: how each voted, or that it was not asked. */
final class RuleSteps {
  private RuleSteps() {}

  /**
   * One step for each rule.
   *
   * @param rules the policy's rules, for a decision that was not reached and so names none
   */
  static List<Step> of(ExchangeRecord exchange, List<Catalogue.Item> rules, int hop) {
    Decision decision = exchange.authorization();
    if (decision.votes().isEmpty()) {
      return decision.result() == Decision.Result.NOT_REACHED
          ? unasked(rules, hop, Mark.NOT_REACHED, whyUnasked(exchange))
          : List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (Vote vote : decision.votes()) {
      steps.add(
          new Step(
              key(hop, vote.id(), steps.size()),
              Part.AUTHORIZATION,
              hop,
              Mark.of(vote),
              vote.question(),
              vote.weakness() == null ? vote.reason() : vote.weakness(),
              detail(vote, decision)));
    }
    return steps;
  }

  private static String whyUnasked(ExchangeRecord exchange) {
    if (HeadlineWriter.noSuchCall(exchange)) {
      return "There is no such call, so there was nothing to judge.";
    }
    return Conclusion.openToEveryone(exchange)
        ? "This call is open to everyone, so no rule was asked."
        : "Nobody was identified, so there was nobody to judge.";
  }

  /** One step for each rule of the policy, none of which has been asked yet. */
  static List<Step> planned(List<Catalogue.Item> rules, int hop) {
    return unasked(rules, hop, Mark.PENDING, "");
  }

  private static List<Step> unasked(List<Catalogue.Item> rules, int hop, Mark mark, String why) {
    List<Step> steps = new ArrayList<>();
    for (Catalogue.Item rule : rules) {
      Detail.Builder detail = Detail.about(rule.question(), rule.id(), rule.source());
      detail.text("Not asked", why);
      detail.text("Why", rule.why());
      steps.add(
          new Step(
              key(hop, rule.id(), steps.size()),
              Part.AUTHORIZATION,
              hop,
              mark,
              rule.question(),
              "",
              detail.build()));
    }
    return steps;
  }

  private static String key(int hop, String id, int position) {
    return hop + ":rule:" + position + ":" + id;
  }

  private static Detail detail(Vote vote, Decision decision) {
    Style style = Style.TEXT;
    if (vote.choice() == Vote.Choice.DENY) {
      style = Style.WRONG;
    } else if (vote.weakness() != null) {
      style = Style.WARNING;
    }
    return Detail.about(vote.question(), vote.id(), vote.source())
        .line("Vote", vote.choice().text() + ": " + vote.reason(), style, false)
        .code("Action", decision.action())
        .code("Resource", decision.resource())
        .text(
            "How it counts",
            "One vote against is enough to refuse; without a vote in favour nothing is allowed.")
        .build();
  }
}
