package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.DemoTokens.bearer;
import static dev.gatehouse.server.authn.DemoTokens.withClaim;
import static dev.gatehouse.server.authn.DemoTokens.withoutClaim;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a genuine token says, and when that is not enough. */
final class JwtClaimsTest {
  private final JwtAuthenticator jwt = DemoTokens.authenticator();

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  @Test
  void aTokenOfAnotherIssuerIsRefusedAtTheIssuerCheck() {
    assertVerification(verify(withClaim("iss", DemoTokens.ISSUER_NAME + "/")))
        .isRefusedAt("jwt.iss");
    assertVerification(verify(withClaim("iss", List.of(DemoTokens.ISSUER_NAME))))
        .isRefusedAt("jwt.iss");
    assertVerification(verify(withoutClaim("iss"))).isRefusedAt("jwt.iss");
  }

  @Test
  void aTokenForAnotherApiIsRefusedAtTheAudienceCheck() {
    assertVerification(verify(withClaim("aud", "https://photos.example"))).isRefusedAt("jwt.aud");
    assertVerification(verify(withClaim("aud", List.of()))).isRefusedAt("jwt.aud");
    assertVerification(verify(withClaim("aud", List.of("calendar-api", 7)))).isRefusedAt("jwt.aud");
    assertVerification(verify(withClaim("aud", Map.of("calendar-api", 1)))).isRefusedAt("jwt.aud");
    assertVerification(verify(withoutClaim("aud"))).isRefusedAt("jwt.aud");
  }

  @Test
  void aTokenForSeveralApisOfWhichThisIsOneIsTaken() {
    assertVerification(verify(withClaim("aud", List.of("photos", "calendar-api")))).proves("alice");
  }

  @Test
  void anExpiredTokenIsRefusedAtTheExpiryCheck() {
    String token = DemoTokens.of("alice");
    DemoIdentity.clock().advance(Duration.ofHours(1).minusSeconds(1));
    assertVerification(verify(token)).proves("alice");

    DemoIdentity.clock().advance(Duration.ofSeconds(1));

    assertVerification(verify(token)).isRefusedAt("jwt.exp");
  }

  @Test
  void anEndThatIsNotANumberOfSecondsIsRefusedAtTheExpiryCheck() {
    long soon = DemoIdentity.clock().instant().getEpochSecond() + 60;
    for (Object exp :
        List.of(Long.toString(soon), -1, List.of(soon), true, 1e300, 253_402_300_800L)) {
      assertVerification(verify(withClaim("exp", exp))).isRefusedAt("jwt.exp");
    }
    assertVerification(verify(withoutClaim("exp"))).isRefusedAt("jwt.exp");
    assertVerification(verify(withClaim("exp", soon + 0.5))).proves("alice");
  }

  @Test
  void aNumberThatIsLargerThanAnyIsRefusedAtTheExpiryCheck() {
    String claims =
        DemoTokens.part(DemoTokens.of("alice"), 1).replaceFirst("\"exp\":[0-9]+", "\"exp\":1e400");

    assertVerification(
            verify(DemoTokens.ISSUER.sign(DemoTokens.part(DemoTokens.of("alice"), 0), claims)))
        .isRefusedAt("jwt.exp");
  }

  @Test
  void aTokenForNextWeekIsRefusedAtTheNotBeforeCheck() {
    long nextWeek = DemoIdentity.clock().instant().plus(Duration.ofDays(7)).getEpochSecond();

    assertVerification(verify(withClaim("nbf", nextWeek))).isRefusedAt("jwt.nbf");
    assertVerification(verify(withClaim("nbf", "0"))).isRefusedAt("jwt.nbf");
    assertVerification(verify(withoutClaim("nbf"))).proves("alice");
  }

  @Test
  void aTokenFromTheFutureIsRefusedAtTheIssuedAtCheck() {
    long soon = DemoIdentity.clock().instant().getEpochSecond() + 1;

    assertVerification(verify(withClaim("iat", soon))).isRefusedAt("jwt.iat");
    assertVerification(verify(withoutClaim("iat"))).isRefusedAt("jwt.iat");
  }

  @Test
  void aTokenAboutNobodyWeKnowIsRefusedAtTheSubjectCheck() {
    assertVerification(verify(withClaim("sub", "mallory"))).isRefusedAt("jwt.sub");
    assertVerification(verify(withClaim("sub", ""))).isRefusedAt("jwt.sub");
    assertVerification(verify(withClaim("sub", List.of("alice")))).isRefusedAt("jwt.sub");
    assertVerification(verify(withoutClaim("sub"))).isRefusedAt("jwt.sub");
  }

  @Test
  void aTokenThatWasTakenBackIsRefusedAtTheRevocationCheck() {
    String token = withClaim("jti", "taken-back");
    assertVerification(verify(token)).proves("alice");

    DemoIdentity.identity()
        .revoke("taken-back", DemoIdentity.clock().instant().plus(Duration.ofHours(1)));

    assertVerification(verify(token)).isRefusedAt("jwt.not-revoked");
  }

  @Test
  void aTokenThatCannotBeTakenBackIsRefusedAtTheRevocationCheck() {
    assertVerification(verify(withoutClaim("jti"))).isRefusedAt("jwt.not-revoked");
  }

  private Verification verify(String token) {
    return judge(jwt, bearer(token));
  }
}
