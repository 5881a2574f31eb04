package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.server.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws requests that were not sent yet. */
final class PlannedHops {
  private static final String ELSEWHERE =
      "This goes to a server that is not Gatehouse's. What it checks is out of sight; what the client checks of its"
          + " answer is listed under Response.";

  private PlannedHops() {}

  /**
   * One of them.
   *
   * @param index which one it is, from 0
   * @param alone whether it is the only one
   * @param rules what will be asked of it in the end
   */
  static ExplainedHop of(PlannedLeg planned, int index, boolean alone, List<Catalogue.Item> rules) {
    Catalogue.@Nullable Scheme scheme = planned.scheme();
    String purpose = planned.leg().purpose();
    Detail nothing = Detail.about("Nothing was sent yet", "", "").build();
    Step request =
        new Step(
            index + ":request",
            Part.REQUEST,
            index,
            Mark.PENDING,
            alone ? "request" : purpose,
            name(scheme),
            nothing);
    Step answer =
        new Step(index + ":answer", Part.ANSWER, index, Mark.PENDING, "response", "", nothing);
    Message none = Message.none("Nothing was sent yet.");
    return new ExplainedHop(
        alone ? "" : purpose,
        planned.leg().between(),
        request,
        answer,
        scheme == null ? List.of() : CheckSteps.planned(scheme, index),
        scheme == null ? Conclusion.OUT_OF_SIGHT : Conclusion.NONE,
        RuleSteps.planned(rules, index),
        scheme == null ? Conclusion.OUT_OF_SIGHT : Conclusion.NONE,
        CheckSteps.plannedByCaller(planned.leg().callerChecks(), index),
        scheme == null ? ELSEWHERE : "",
        none,
        none,
        0,
        null);
  }

  private static String name(Catalogue.@Nullable Scheme scheme) {
    if (scheme == null) {
      return "to another server";
    }
    return scheme.scheme() == null ? "" : scheme.scheme();
  }
}
