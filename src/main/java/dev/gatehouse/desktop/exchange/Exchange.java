package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that one press of Send brought about: the hops that the credential needed first, then
 * the request itself.
 *
 * @param hops in order; at least one
 * @param callerChecks what the caller checked of the answers in the end, in order, beside what it
 *     checked at each hop; empty if it takes them as they are
 */
public record Exchange(List<Hop> hops, List<CheckResult> callerChecks) {
  /** What the hop is for that carries the request the person asked for. */
  public static final String THE_CALL = "the call";

  public Exchange {
    hops = List.copyOf(hops);
    callerChecks = List.copyOf(callerChecks);
    if (hops.isEmpty()) {
      throw new IllegalArgumentException("an exchange has at least one hop");
    }
  }

  /** An exchange whose answers the caller takes as they are. */
  public Exchange(List<Hop> hops) {
    this(hops, List.of());
  }

  /** The caller's check that the answers did not pass. */
  public Optional<CheckResult> distrust() {
    return Stream.concat(
            hops.stream().flatMap(hop -> hop.callerChecks().stream()), callerChecks.stream())
        .filter(check -> check.outcome() == Outcome.FAILED)
        .findFirst();
  }

  /**
   * The hop that carried the request the person asked for, or the one before it that was refused,
   * after which there was nothing left to send.
   */
  public Hop last() {
    return hops.get(hops.size() - 1);
  }
}
