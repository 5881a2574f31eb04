package dev.gatehouse.server.authn;

import dev.gatehouse.server.authn.Assuring.Demanded;
import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.time.Clock;
import java.time.Instant;

/**
 * Whether the person behind a signed token has logged in with all that a call takes, as the token
 * says in {@code acr} and {@code auth_time} (RFC 9470 §6.1). Of a token without {@code acr} nobody
 * has kept account.
 */
final class TokenAssurance {
  private static final String LEVEL = "acr";
  private static final String AT = "auth_time";

  private final Clock clock;

  TokenAssurance(Clock clock) {
    this.clock = clock;
  }

  /** The check. */
  Check<Demanded<JwtAttempt>> check() {
    return Check.<Demanded<JwtAttempt>>check(
            "jwt.assurance",
            "Did its owner prove all that this call takes?",
            "RFC 9470 §6.1",
            this::ask)
        .because(StepUp.WHY)
        .refusedWith(StepUp.REFUSAL)
        // Listed at the session's check of the same kind.
        .removedBy(StepUp.SECOND_FACTOR_OPTIONAL, demanded -> true);
  }

  private Finding ask(Demanded<JwtAttempt> demanded) {
    JwtAttempt token = demanded.attempt();
    if (demanded.level() == Assurance.ONE_FACTOR) {
      return Finding.passed("no more than a token", "this call takes no more");
    }
    if (token.party().outside() || !token.claims().has(LEVEL)) {
      return Finding.passed(
          demanded.level().words() + ", where the token says what was proved",
          token.party().outside()
              ? "it is of another issuer, whose levels are its own"
              : "it does not say");
    }
    String level = token.claim(LEVEL).orElse("");
    boolean both = level.equals(Assurance.TWO_FACTORS.text());
    return StepUp.compared(
            demanded.level(),
            both ? Assurance.TWO_FACTORS : Assurance.ONE_FACTOR,
            Instant.ofEpochSecond(token.claims().path(AT).asLong(0)),
            clock.instant())
        .with("in the token", JwtHeaderChecks.shortened(level));
  }
}
