package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.credential.Leg;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Lane;
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
 * @param parties who takes part, from left to right
 * @param lanes what they are called
 * @param hops in order; at least one
 */
public record ExplanationModel(
    Headline headline, List<Lane> parties, List<String> lanes, List<ExplainedHop> hops) {
  private static final String API = Lane.API.text();

  public ExplanationModel {
    parties = List.copyOf(parties);
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
      int index = hops.size();
      hops.add(
          explainer.explain(hop, index).judgedBy(CheckSteps.ofCaller(hop.callerChecks(), index)));
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
    List<Lane> parties = Lanes.of(exchange);
    return new ExplanationModel(
        headline,
        parties,
        Lanes.names(parties, server(exchange), authorizationServer(exchange)),
        hops);
  }

  /** Explains what was sent of an exchange that goes on: nothing is decided by it yet. */
  public static ExplanationModel soFar(Exchange exchange, List<Catalogue.Item> rules) {
    ExplanationModel model = of(exchange, rules);
    String sent = Texts.count(exchange.hops().size(), "request") + " sent, the next one waits";
    return new ExplanationModel(
        new Headline(Kind.UNDERWAY, "So far", sent), model.parties(), model.lanes(), model.hops());
  }

  /**
   * Explains a request of another program.
   *
   * @param rules the policy's rules, to name those that were not reached
   */
  public static ExplanationModel of(ExchangeRecord exchange, List<Catalogue.Item> rules) {
    return new ExplanationModel(
        HeadlineWriter.of(exchange),
        List.of(Lane.CLIENT, Lane.API),
        List.of("Caller", API),
        List.of(new HopExplainer(rules).explain(exchange)));
  }

  /** Lists what will be checked once a credential of this type is sent. */
  public static ExplanationModel planned(Catalogue.Scheme scheme, List<Catalogue.Item> rules) {
    Leg call = new Leg("", Between.CALL, scheme.type(), List.of());
    return planned(List.of(new PlannedLeg(call, scheme)), rules);
  }

  /**
   * Lists what will be checked of each of these requests.
   *
   * @param legs in order; at least one
   */
  public static ExplanationModel planned(List<PlannedLeg> legs, List<Catalogue.Item> rules) {
    List<ExplainedHop> hops = new ArrayList<>();
    for (PlannedLeg planned : legs) {
      boolean last = hops.size() == legs.size() - 1;
      boolean judged = last && planned.scheme() != null;
      hops.add(PlannedHops.of(planned, hops.size(), legs.size() == 1, judged ? rules : List.of()));
    }
    long checks = hops.stream().mapToLong(hop -> hop.authentication().size()).sum();
    long own = hops.stream().mapToLong(hop -> hop.response().size()).sum();
    long asked = hops.stream().mapToLong(hop -> hop.authorization().size()).sum();
    String remark =
        counted(checks, own)
            + (asked == 0 ? "" : ", then " + Texts.count(asked, "rule"))
            + (legs.stream().allMatch(planned -> planned.scheme() != null)
                ? ""
                : "; what other servers check is out of sight");
    List<Lane> parties = Lanes.of(legs.stream().map(planned -> planned.leg().between()).toList());
    return new ExplanationModel(
        new Headline(Kind.PLAN, "This is what will be checked", remark),
        parties,
        Lanes.names(parties, API, Lane.AUTHORIZATION_SERVER.text()),
        hops);
  }

  private static String counted(long ofServers, long ofClient) {
    if (ofServers == 0 && ofClient > 0) {
      return Texts.count(ofClient, "check") + " by the client";
    }
    return Texts.count(ofServers, "check")
        + (ofClient == 0 ? "" : " by the servers and " + ofClient + " by the client");
  }

  private static String server(Exchange exchange) {
    Hop last = exchange.last();
    if (last.record() != null || !last.between().equals(Between.CALL)) {
      return API;
    }
    String host = last.request().authority().replaceFirst(":[0-9]*$", "");
    return host.isEmpty() ? "Server" : host;
  }

  /** Who gives tokens: ours goes by what it is, another by where it is. */
  private static String authorizationServer(Exchange exchange) {
    return exchange.hops().stream()
        .filter(hop -> hop.between().to() == Lane.AUTHORIZATION_SERVER && hop.record() == null)
        .map(hop -> hop.request().authority())
        .filter(authority -> !authority.isEmpty())
        .findFirst()
        .orElse(Lane.AUTHORIZATION_SERVER.text());
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
    if (headline.kind() == Kind.PLAN) {
      return firstPlanned(hops.get(0));
    }
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
