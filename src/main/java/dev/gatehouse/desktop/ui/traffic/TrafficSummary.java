package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.desktop.ui.explain.Headline;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Vote;
import java.util.Optional;

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
    Optional<CheckResult> failure = exchange.authentication().failure();
    Optional<Vote> denial = exchange.authorization().denial();
    return new TrafficSummary(
        Headline.of(exchange).kind(),
        exchange.authentication().principal().map(Principal::id).orElse(""),
        failure.map(CheckResult::id).or(() -> denial.map(Vote::id)).orElse(""),
        failure.map(CheckResult::question).or(() -> denial.map(Vote::question)).orElse(""));
  }
}
