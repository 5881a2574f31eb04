package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import dev.gatehouse.server.trust.TrustedIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked of every signed access token of this server, whoever may use it: the checks of RFC
 * 9068 §4 in the order of RFC 7519 §7.2, {@link JwtHeaderChecks}, {@link JwtSignatureChecks} and
 * {@link JwtClaimChecks}; and at the end {@link Confirmation}.
 */
final class AccessTokenChecks {
  private static final Weakness IGNORE_TOKEN_REVOCATION =
      new Weakness("ignore-token-revocation", "accepts signed tokens that were taken back");

  private final Identity identity;
  private final JwtParty own;
  private final Map<String, JwtParty> others;
  private final List<Check<JwtAttempt>> checks;

  AccessTokenChecks(GateServices services) {
    this.identity = services.identity();
    this.own = own(services);
    this.others =
        services.trusted().stream()
            .collect(
                Collectors.toMap(
                    TrustedIssuer::issuer,
                    trusted -> outside(trusted, identity),
                    (first, again) -> first));
    List<Check<JwtAttempt>> all = new ArrayList<>(JwtHeaderChecks.list());
    all.addAll(JwtSignatureChecks.list());
    all.addAll(new JwtClaimChecks(services.clock()).list());
    all.add(notRevoked());
    this.checks = all.stream().map(AccessTokenChecks::unlessUnreadable).toList();
  }

  private static JwtParty own(GateServices services) {
    TokenIssuer issuer = services.issuer();
    JwtDemands demands =
        new JwtDemands(
            List.of(TokenIssuer.ACCESS_TOKEN_TYPE),
            issuer.issuer(),
            TokenIssuer.AUDIENCE,
            true,
            // Its own issuer goes by the same clock.
            Duration.ZERO);
    return new JwtParty(demands, kid -> issuer.verificationKeys(), false, services.subjects());
  }

  /** Tokens of others are about people of this server alone, never about its clients. */
  private static JwtParty outside(TrustedIssuer trusted, Identity identity) {
    JwtDemands demands =
        new JwtDemands(
            // Not everybody goes by RFC 9068 yet.
            List.of(TokenIssuer.ACCESS_TOKEN_TYPE, "jwt"),
            trusted.issuer(),
            trusted.audience(),
            true,
            OutsideTokens.LEEWAY);
    return new JwtParty(demands, trusted.keys(), true, identity::person);
  }

  /** Theirs by the exact name; whoever is not known has to be this server. */
  private JwtParty partyOf(Optional<String> claimed) {
    return claimed
        .filter(issuer -> !issuer.equals(own.demands().issuer()))
        .map(others::get)
        .orElse(own);
  }

  /** Those of the token itself, in their order. */
  List<Check<JwtAttempt>> list() {
    return checks;
  }

  /** Whether its sender may use it. Asked after whatever proves what the sender has. */
  static Check<JwtAttempt> confirmation() {
    return unlessUnreadable(Confirmation.check());
  }

  /** A token to be judged. */
  JwtAttempt attempt(Presented presented, Possession possession) {
    return new JwtAttempt(presented, true, this::partyOf, possession);
  }

  /**
   * Whom a token is about. One that cannot be read gets here only if {@code fail-open} has let it.
   */
  Claimant claimant(JwtAttempt attempt) {
    return attempt.isUnreadable()
        ? identity.firstPerson()
        : attempt.person().orElseThrow().claimant(attempt.scopes());
  }

  /** Who lets a token go on that cannot be read has nothing left to ask of it. */
  private static Check<JwtAttempt> unlessUnreadable(Check<JwtAttempt> check) {
    return check.removedBy(JwtHeaderChecks.FAIL_OPEN, JwtAttempt::isUnreadable);
  }

  private Check<JwtAttempt> notRevoked() {
    return Check.<JwtAttempt>check(
            "jwt.not-revoked", "Has nobody taken it back?", "RFC 7009 §3", this::notRevoked)
        .because(
            "A signed token stays genuine until it ends. Only a list can say that it was taken back.")
        .removedBy(IGNORE_TOKEN_REVOCATION);
  }

  private Finding notRevoked(JwtAttempt attempt) {
    if (attempt.party().outside()) {
      return Finding.passed(
          "a token that its issuer has not taken back",
          "only its issuer could say so: here it is good until it ends");
    }
    String expected = "an identifier (jti) that was not taken back";
    return attempt
        .claim("jti")
        .map(
            jti ->
                identity.isRevoked(jti)
                    ? Finding.failed(expected, "it was taken back").with("jti", jti)
                    : Finding.passed(expected, "it was not").with("jti", jti))
        .orElseGet(() -> Finding.failed(expected, "there is no jti"));
  }
}
