package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.ui.explain.Headline.Kind;
import dev.gatehouse.desktop.ui.explain.Step.Part;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened, ready to be drawn. Every text comes from what was recorded; what is not known is
 * said to be unknown.
 *
 * @param headline the whole in one sentence
 * @param lanes who takes part, from left to right
 * @param hops in order; at least one
 */
public record ExplanationModel(Headline headline, List<String> lanes, List<ExplainedHop> hops) {
  private static final String YOU = "You";
  private static final String API = "Calendar API";

  public ExplanationModel {
    lanes = List.copyOf(lanes);
    hops = List.copyOf(hops);
  }

  /**
   * Explains what one press of Send brought about.
   *
   * @param rules the policy's rules, to name those that were not reached
   */
  public static ExplanationModel of(Exchange exchange, List<Catalogue.Item> rules) {
    HopExplainer explainer = new HopExplainer(rules);
    List<ExplainedHop> hops = new ArrayList<>();
    for (Hop hop : exchange.hops()) {
      hops.add(explainer.explain(hop, hops.size()));
    }
    int end = hops.size() - 1;
    hops.set(end, hops.get(end).judgedBy(CheckSteps.ofCaller(exchange.callerChecks(), end)));
    Hop last = exchange.last();
    Headline answered =
        last.record() == null
            ? HeadlineWriter.outside(last.status(), last.reason(), last.error())
            : HeadlineWriter.of(last.record());
    Headline headline =
        exchange
            .distrust()
            .map(check -> HeadlineWriter.distrusted(check, last.status()))
            .orElse(answered);
    return new ExplanationModel(headline, List.of(YOU, server(exchange)), hops);
  }

  /**
   * Explains a request of another program.
   *
   * @param rules the policy's rules, to name those that were not reached
   */
  public static ExplanationModel of(ExchangeRecord exchange, List<Catalogue.Item> rules) {
    return new ExplanationModel(
        HeadlineWriter.of(exchange),
        List.of("Caller", API),
        List.of(new HopExplainer(rules).explain(exchange)));
  }

  /** Lists what will be checked once a credential of this type is sent. */
  public static ExplanationModel planned(Catalogue.Scheme scheme, List<Catalogue.Item> rules) {
    String name = scheme.scheme() == null ? scheme.type() : scheme.scheme();
    Detail nothing = Detail.about("Nothing was sent yet", "", "").build();
    Step request = new Step("0:request", Part.REQUEST, 0, Mark.PENDING, "request", name, nothing);
    Step answer = new Step("0:answer", Part.ANSWER, 0, Mark.PENDING, "response", "", nothing);
    Message none = Message.none("Nothing was sent yet.");
    ExplainedHop hop =
        new ExplainedHop(
            "",
            request,
            answer,
            CheckSteps.planned(scheme),
            Conclusion.NONE,
            RuleSteps.planned(rules),
            Conclusion.NONE,
            List.of(),
            "",
            none,
            none,
            0,
            null);
    String remark =
        Texts.count(scheme.checks().size(), "check")
            + ", then "
            + Texts.count(rules.size(), "rule");
    return new ExplanationModel(
        new Headline(Kind.PLAN, "This is what will be checked", remark),
        List.of(YOU, API),
        List.of(hop));
  }

  private static String server(Exchange exchange) {
    Hop last = exchange.last();
    if (last.record() != null) {
      return API;
    }
    String host = last.request().authority().replaceFirst(":[0-9]*$", "");
    return host.isEmpty() ? "Server" : host;
  }

  /** Every step in the order in which it happened. */
  public List<Step> steps() {
    return hops.stream().flatMap(hop -> hop.steps().stream()).toList();
  }

  /** The step with this key. */
  public Optional<Step> step(String key) {
    return steps().stream().filter(step -> step.key().equals(key)).findFirst();
  }

  /**
   * The step that decided: the caller's check that refused the answer, else the server's check that
   * refused the caller, else the rule that was against, else what a weakness took away, else the
   * status that came back.
   */
  public Step deciding() {
    ExplainedHop last = hops.get(hops.size() - 1);
    for (Step step : last.response()) {
      if (step.mark() == Mark.FAILED && CheckSteps.isOfCaller(step)) {
        return step;
      }
    }
    for (Mark mark : List.of(Mark.FAILED, Mark.DENIES, Mark.SKIPPED)) {
      for (Step step : last.steps()) {
        boolean judged = step.part() == Part.AUTHENTICATION || step.part() == Part.AUTHORIZATION;
        if (judged && step.mark() == mark) {
          return step;
        }
      }
    }
    return last.response().isEmpty() ? firstPlanned(last) : last.response().get(0);
  }

  private static Step firstPlanned(ExplainedHop hop) {
    return hop.authentication().isEmpty() ? hop.answer() : hop.authentication().get(0);
  }
}
