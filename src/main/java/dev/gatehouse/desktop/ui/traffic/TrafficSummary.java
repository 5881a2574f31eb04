package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.explain.Headline;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Principal;

/**
 * An exchange in a line.
 *
 * @param kind what became of it
 * @param who the caller; empty if nobody was identified
 * @param decidedBy the id of the check or rule that refused; empty if none did
 * @param question what that check or rule asks
 * @param program which program sent it, by its own account: {@code this window} or its {@code
 *     User-Agent}'s name and version; empty if it does not say
 */
record TrafficSummary(
    Headline.Kind kind, String who, String decidedBy, String question, String program) {
  private static final String OUR_AGENT = "Gatehouse/";

  static TrafficSummary of(ExchangeRecord exchange) {
    return new TrafficSummary(
        Headline.of(exchange).kind(),
        exchange.authentication().principal().map(Principal::id).orElse(""),
        exchange.stoppedBy().orElse(""),
        Headline.question(exchange).orElse(""),
        program(exchange));
  }

  private static String program(ExchangeRecord exchange) {
    String agent =
        exchange.request().headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("User-Agent"))
            .map(Header::value)
            .findFirst()
            .orElse("");
    return agent.startsWith(OUR_AGENT) ? "this window" : agent.split(" ", 2)[0].replace('/', ' ');
  }
}
