package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.explain.Headline;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Principal;

/**
 * An exchange in a line.
 *
 * @param kind what became of it
 * @param who the caller; empty if nobody was identified
 * @param decidedBy the id of the check or rule that refused; empty if none did
 * @param question what that check or rule asks
 */
record TrafficSummary(Headline.Kind kind, String who, String decidedBy, String question) {
  static TrafficSummary of(ExchangeRecord exchange) {
    return new TrafficSummary(
        Headline.of(exchange).kind(),
        exchange.authentication().principal().map(Principal::id).orElse(""),
        exchange.stoppedBy().orElse(""),
        Headline.question(exchange).orElse(""));
  }
}
