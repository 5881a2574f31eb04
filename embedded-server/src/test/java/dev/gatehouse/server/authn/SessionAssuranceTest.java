package dev.gatehouse.server.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a call demands of the session it comes with (RFC 9470). */
final class SessionAssuranceTest {
  private final SessionAuthenticator sessions =
      new SessionAuthenticator(DemoIdentity.identity(), DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private SessionAuthenticator.Attempt sessionBy(String... methods) {
    String id = DemoIdentity.identity().sessions().begin("alice", Set.of(methods)).id();
    Arrival arrival = Arrivals.get("/me", "Cookie", SessionCookie.NAME + "=" + id);
    return sessions.attempt(arrival, sessions.find(arrival).get(0));
  }

  private CheckResult judged(
      SessionAuthenticator.Attempt session, Assurance demanded, String... weaknesses) {
    return Verification.begin(weakness -> Set.of(weaknesses).contains(weakness.name()))
        .run(sessions.checks(), session)
        .run(sessions.assurance(), new Assuring.Demanded<>(session, () -> demanded))
        .concludeWithNobody()
        .checks()
        .stream()
        .filter(check -> check.id().equals("session.assurance"))
        .findFirst()
        .orElseThrow();
  }

  private Outcome outcome(SessionAuthenticator.Attempt session, Assurance demanded) {
    return judged(session, demanded).outcome();
  }

  @Test
  void aPasswordIsEnoughForMostCalls() {
    assertThat(outcome(sessionBy("pwd"), Assurance.ONE_FACTOR)).isEqualTo(Outcome.PASSED);
  }

  @Test
  void aPasswordIsNotEnoughForACallThatTakesTwoFactors() {
    assertThat(outcome(sessionBy("pwd"), Assurance.TWO_FACTORS)).isEqualTo(Outcome.FAILED);
  }

  @Test
  void bothFactorsAreEnough() {
    assertThat(outcome(sessionBy("pwd", "otp"), Assurance.TWO_FACTORS)).isEqualTo(Outcome.PASSED);
  }

  @Test
  void bothFactorsAreNotEnoughOnceTheyAreLongAgo() {
    SessionAuthenticator.Attempt session = sessionBy("pwd", "otp");
    DemoIdentity.clock().advance(StepUp.LASTS);

    assertThat(outcome(session, Assurance.TWO_FACTORS)).isEqualTo(Outcome.FAILED);
    assertThat(outcome(session, Assurance.ONE_FACTOR)).isEqualTo(Outcome.PASSED);
  }

  @Test
  void theChallengeSaysWhatToProveAndHowRecently() {
    CheckResult refused = judged(sessionBy("pwd"), Assurance.TWO_FACTORS);

    assertThat(sessions.challenge(refused).orElseThrow().parameters())
        .containsEntry("form-action", "/login/totp")
        .containsEntry("error", "insufficient_user_authentication")
        .containsEntry("acr_values", "aal2")
        .containsEntry("max_age", "900");
  }

  @Test
  void anyOtherRefusalAsksForALogin() {
    assertThat(sessions.challenge(null).orElseThrow().parameters())
        .containsEntry("form-action", "/login")
        .doesNotContainKey("acr_values");
  }

  @Test
  void aServerToWhichSecondFactorsAreOptionalDoesNotAsk() {
    CheckResult result = judged(sessionBy("pwd"), Assurance.TWO_FACTORS, "second-factor-optional");

    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void howLongAgoIsCountedFromTheSecondFactor() {
    SessionAuthenticator.Attempt session = sessionBy("pwd", "otp");
    DemoIdentity.clock().advance(StepUp.LASTS.minus(Duration.ofSeconds(1)));

    assertThat(outcome(session, Assurance.TWO_FACTORS)).isEqualTo(Outcome.PASSED);
  }
}
