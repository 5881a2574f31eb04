package dev.gatehouse.server.authn;

import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Verification;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signed tokens from anywhere, with keys from anywhere, by the same checks that this
 * server makes of its own. No weakness applies. Safe for use by many threads.
 */
public final class OutsideTokens {
  /**
   * How far the clock of who issued a token may be ahead of ours, for its beginning only: enough
   * for two machines that are set right, as FAPI 2.0 §5.3.2.1 asks.
   */
  static final Duration LEEWAY = Duration.ofSeconds(10);

  private final JwtParty party;
  private final boolean signatureOnly;
  private final List<Check<JwtAttempt>> checks;

  /**
   * A verifier.
   *
   * @param keys those that are trusted
   * @param issuer the {@code iss} that tokens must have, or null for any or none
   * @param audience the {@code aud} that tokens must have, or null for any or none
   * @param signatureOnly whether to stop after the signature; then the payload may be anything
   * @param clock by which lifetimes are judged
   */
  public OutsideTokens(
      JwkSet keys,
      @Nullable String issuer,
      @Nullable String audience,
      boolean signatureOnly,
      Clock clock) {
    this.signatureOnly = signatureOnly;
    JwtDemands demands = new JwtDemands(null, issuer, audience, false, LEEWAY);
    this.party = new JwtParty(demands, kid -> keys, false, id -> Optional.empty());
    List<Check<JwtAttempt>> all = new ArrayList<>(JwtHeaderChecks.list());
    all.addAll(JwtSignatureChecks.list());
    if (!signatureOnly) {
      all.addAll(new JwtClaimChecks(clock).list());
    }
    this.checks = List.copyOf(all);
  }

  /**
   * Verifies a token in compact form. It never throws, whatever the token.
   *
   * @return authenticated with the token's subject, whose identifier is empty if it names none; or
   *     rejected
   */
  public Verification verify(String token) {
    Presented presented = new Presented(Presented.Location.BODY, 0, token);
    JwtAttempt attempt =
        new JwtAttempt(presented, !signatureOnly, issuer -> party, Possession.NONE);
    return Verification.begin(weakness -> false)
        .run(checks, attempt)
        .conclude("jwt", null, () -> subjectOf(attempt));
  }

  private static Claimant subjectOf(JwtAttempt attempt) {
    return new Claimant(attempt.claim("sub").orElse(""), Set.of(), attempt.scopes());
  }
}
