package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.CheckResult;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpaqueTokenAuthenticatorTest {
  private final Identity identity = DemoIdentity.identity();
  private final OpaqueTokenAuthenticator opaque =
      new OpaqueTokenAuthenticator(identity, DemoIdentity.clock());
  private final String alices = DemoIdentity.secret("alice", "opaqueToken");

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  @Test
  void aTokenProvesThePerson() {
    assertVerification(judge(opaque, bearer(alices))).proves("alice");
  }

  @Test
  void aTokenWithADotIsLeftToAnotherScheme() {
    assertThat(opaque.find(bearer("a.b.c"))).isEmpty();
  }

  @Test
  void aTokenInTheQueryIsRefusedAtTheLocationCheck() {
    Arrival arrival = get("/me?access_token=" + alices);

    assertVerification(judge(opaque, arrival)).isRefusedAt("bearer.location");
    assertVerification(judge(opaque, arrival, "token-in-query")).proves("alice");
  }

  @Test
  void aTokenInACookieIsRefusedAtTheLocationCheckWhateverIsWeak() {
    Arrival arrival = get("/me", "Cookie", "a=b; gatehouse-token=" + alices);

    assertVerification(judge(opaque, arrival)).isRefusedAt("bearer.location");
    assertVerification(judge(opaque, arrival, "token-in-query")).isRefusedAt("bearer.location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a=b", "\u00e4", "a,b", "\"a\""})
  void whatIsNotWrittenAsATokenIsRefusedAtTheWellFormedCheck(String token) {
    assertVerification(judge(opaque, bearer(token))).isRefusedAt("opaque-token.well-formed");
  }

  @Test
  void aTokenThatNobodyIssuedIsRefusedAtTheKnownCheck() {
    assertVerification(judge(opaque, bearer(alices + "x"))).isRefusedAt("opaque-token.known");
    assertVerification(judge(opaque, bearer("anything"))).isRefusedAt("opaque-token.known");
    assertVerification(judge(opaque, bearer(DemoIdentity.secret("alice", "apiKey"))))
        .isRefusedAt("opaque-token.known");
  }

  @Test
  void aTokenThatWasTakenBackIsRefusedAtTheActiveCheck() {
    identity.revokeCredential(identity.opaqueToken(alices).orElseThrow().id());

    assertVerification(judge(opaque, bearer(alices))).isRefusedAt("opaque-token.active");
  }

  @Test
  void anExpiredTokenIsRefusedAtTheExpiryCheck() {
    DemoIdentity.clock().advance(Duration.ofDays(30).minusSeconds(1));
    assertVerification(judge(opaque, bearer(alices))).proves("alice");

    DemoIdentity.clock().advance(Duration.ofSeconds(1));

    assertVerification(judge(opaque, bearer(alices))).isRefusedAt("opaque-token.expiry");
  }

  @Test
  void aTokenKeepsWorkingWhileItsOwnersPasswordIsThrottled() {
    for (int i = 0; i < 200; i++) {
      identity.attempts().failed("alice", "127.0.0.1");
    }

    assertVerification(judge(opaque, bearer(alices))).proves("alice");
  }

  @Test
  void theChallengeSaysWhyATokenWasRefused() {
    CheckResult failure =
        assertVerification(judge(opaque, bearer("anything"))).isRefusedAt("opaque-token.known");

    assertThat(opaque.challenge(null))
        .map(Challenge::headerValue)
        .contains("Bearer realm=\"Gatehouse\"");
    assertThat(opaque.challenge(failure))
        .map(Challenge::headerValue)
        .contains(
            "Bearer realm=\"Gatehouse\", error=\"invalid_token\","
                + " error_description=\"opaque-token.known: expected one that was issued here\"");
  }

  private static Arrival bearer(String token) {
    return get("/me", "Authorization", "Bearer " + token);
  }
}
