package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.server.trace.Check;
import java.util.List;

/**
 * A request that presenting a credential is going to send, and what will be checked of it.
 *
 * @param purpose what it is for, in a few words; empty if that goes without saying
 * @param between who sends it to whom
 * @param judgedAs the type by which the server's catalogue lists the checks, for example {@code
 *     oauth-code}
 * @param callerChecks what the caller will check of the answer
 */
public record Leg(String purpose, Between between, String judgedAs, List<Check<?>> callerChecks) {
  public Leg {
    callerChecks = List.copyOf(callerChecks);
  }

  /** The call itself. */
  static Leg call(String judgedAs) {
    return new Leg(Exchange.THE_CALL, Between.CALL, judgedAs, List.of());
  }
}
