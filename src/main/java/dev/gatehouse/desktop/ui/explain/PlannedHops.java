package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.server.Catalogue;
import java.util.List;

/** Draws requests that were not sent yet. */
final class PlannedHops {
  private PlannedHops() {}

  /**
   * One of them.
   *
   * @param index which one it is, from 0
   * @param alone whether it is the only one
   * @param rules what will be asked of it in the end
   */
  static ExplainedHop of(PlannedLeg planned, int index, boolean alone, List<Catalogue.Item> rules) {
    Catalogue.Scheme scheme = planned.scheme();
    String purpose = planned.leg().purpose();
    String name = scheme.scheme() == null ? scheme.type() : scheme.scheme();
    Detail nothing = Detail.about("Nothing was sent yet", "", "").build();
    Step request =
        new Step(
            index + ":request",
            Part.REQUEST,
            index,
            Mark.PENDING,
            alone ? "request" : purpose,
            name,
            nothing);
    Step answer =
        new Step(index + ":answer", Part.ANSWER, index, Mark.PENDING, "response", "", nothing);
    Message none = Message.none("Nothing was sent yet.");
    return new ExplainedHop(
        alone ? "" : purpose,
        planned.leg().between(),
        request,
        answer,
        CheckSteps.planned(scheme, index),
        Conclusion.NONE,
        RuleSteps.planned(rules, index),
        Conclusion.NONE,
        CheckSteps.plannedByCaller(planned.leg().callerChecks(), index),
        "",
        none,
        none,
        0,
        null);
  }
}
