package dev.gatehouse.server.authn;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Person;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signed access tokens: {@code Authorization: Bearer header.payload.signature} (RFC 9068). Such a
 * token says itself whom it is about, and the signature is why that can be believed. Its checks are
 * those of RFC 9068 §4 in the order of RFC 7519 §7.2: {@link JwtHeaderChecks}, {@link
 * JwtSignatureChecks}, {@link JwtClaimChecks}.
 */
public final class JwtAuthenticator implements Authenticator<JwtAttempt> {
  private static final Weakness IGNORE_TOKEN_REVOCATION =
      new Weakness("ignore-token-revocation", "accepts signed tokens that were taken back");

  private final List<Check<JwtAttempt>> checks;
  private final Identity identity;
  private final Function<String, Optional<Person>> subjects;
  private final TokenIssuer issuer;

  JwtAuthenticator(GateServices services) {
    this.identity = services.identity();
    this.subjects = services.subjects();
    this.issuer = services.issuer();
    JwtDemands demands =
        new JwtDemands(
            TokenIssuer.ACCESS_TOKEN_TYPE,
            issuer.issuer(),
            TokenIssuer.AUDIENCE,
            true,
            // Its own issuer goes by the same clock.
            Duration.ZERO);
    this.checks = checks(demands, services.clock());
  }

  private List<Check<JwtAttempt>> checks(JwtDemands demands, Clock clock) {
    List<Check<JwtAttempt>> ofTheToken = new ArrayList<>();
    ofTheToken.addAll(new JwtHeaderChecks(demands).list());
    ofTheToken.addAll(JwtSignatureChecks.list());
    ofTheToken.addAll(new JwtClaimChecks(demands, clock).list());
    ofTheToken.add(notRevoked());
    // Who lets a token go on that cannot be read has nothing left to ask of it.
    ofTheToken.replaceAll(
        each -> each.removedBy(JwtHeaderChecks.FAIL_OPEN, JwtAttempt::isUnreadable));
    ofTheToken.add(0, BearerCredentials.location(JwtAttempt::presented));
    return List.copyOf(ofTheToken);
  }

  private Check<JwtAttempt> notRevoked() {
    return Check.<JwtAttempt>check(
            "jwt.not-revoked", "Has nobody taken it back?", "RFC 7009 §3", this::notRevoked)
        .because(
            "A signed token stays genuine until it ends. Only a list can say that it was taken back.")
        .removedBy(IGNORE_TOKEN_REVOCATION);
  }

  @Override
  public String type() {
    return "jwt";
  }

  @Override
  public String scheme() {
    return BearerCredentials.SCHEME;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    return BearerCredentials.find(arrival, token -> token.indexOf('.') >= 0);
  }

  @Override
  public JwtAttempt attempt(Arrival arrival, Presented presented) {
    return new JwtAttempt(presented, true, issuer.verificationKeys(), subjects);
  }

  @Override
  public List<Check<JwtAttempt>> checks() {
    return checks;
  }

  private Finding notRevoked(JwtAttempt attempt) {
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

  @Override
  public boolean isReadable(JwtAttempt attempt) {
    return !attempt.isUnreadable();
  }

  /** A token that cannot be read gets here only if {@code fail-open} has let it. */
  @Override
  public Claimant identify(JwtAttempt attempt) {
    if (attempt.isUnreadable()) {
      return identity.firstPerson();
    }
    Person person = attempt.person().orElseThrow();
    return person.claimant(attempt.scopes());
  }

  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.of(BearerCredentials.challenge(failure));
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 40;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new JwtAuthenticator(services);
    }
  }
}
