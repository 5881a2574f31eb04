package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.outcome;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One-time codes as a second factor: what is let in, and each check failing alone. */
final class TotpAuthenticatorTest {
  private final Identity identity = DemoIdentity.identity();
  private final TotpAuthenticator totp = new TotpAuthenticator(identity, DemoIdentity.clock());
  private final TotpLoginAuthenticator login =
      new TotpLoginAuthenticator(identity, DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private CheckResult refused(Arrival arrival, String check) {
    return assertVerification(judge(totp, arrival)).isRefusedAt(check);
  }

  private static int status(CheckResult refused) {
    return Optional.ofNullable(refused.refusal()).map(Refusal::status).orElse(401);
  }

  @Test
  void theCodeOfTheMomentIsASecondFactor() {
    SecondFactors alice = SecondFactors.of("alice");

    Verification verification = judge(totp, alice.stepUp(alice.code(0)));

    assertVerification(verification).proves("alice");
    assertThat(verification.principal().orElseThrow().methods())
        .containsExactlyInAnyOrder("pwd", "otp");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aClockMayBeOneStepFastOrSlow(int offset) {
    SecondFactors alice = SecondFactors.of("alice");

    assertVerification(judge(totp, alice.stepUp(alice.code(offset)))).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 2})
  void aClockThatIsFurtherOffIsRefusedAtTheCodeCheck(int offset) {
    SecondFactors alice = SecondFactors.of("alice");

    refused(alice.stepUp(alice.code(offset)), "totp.code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "totp=",
        "totp=12345",
        "totp=1234567",
        "totp=12345a",
        "totp=123+456",
        "totp=%D9%A1%D9%A1%D9%A1%D9%A1%D9%A1%D9%A1",
        "totp=123456&totp=123456"
      })
  void whatIsNotSixDigitsIsRefusedAtTheWellFormedCheck(String form) {
    CheckResult refused = refused(SecondFactors.of("alice").sending(form), "totp.well-formed");

    assertThat(status(refused)).isEqualTo(400);
  }

  @Test
  void anotherCodeIsRefusedAtTheCodeCheck() {
    SecondFactors alice = SecondFactors.of("alice");

    assertThat(status(refused(alice.stepUp(alice.wrongCode()), "totp.code"))).isEqualTo(401);
  }

  @Test
  void somebodyElsesCodeIsRefusedAtTheCodeCheck() {
    refused(SecondFactors.of("alice").stepUp(SecondFactors.of("bob").code(0)), "totp.code");
  }

  @Test
  void aCodeIsAcceptedOnce() {
    SecondFactors alice = SecondFactors.of("alice");
    assertVerification(judge(totp, alice.stepUp(alice.code(0)))).proves("alice");

    refused(alice.stepUp(alice.code(0)), "totp.unused");
  }

  @Test
  void anEarlierCodeIsUsedUpWithALaterOne() {
    SecondFactors alice = SecondFactors.of("alice");
    assertVerification(judge(totp, alice.stepUp(alice.code(1)))).proves("alice");

    refused(alice.stepUp(alice.code(0)), "totp.unused");
  }

  @Test
  void theNextCodeIsGoodAgain() {
    SecondFactors alice = SecondFactors.of("alice");
    assertVerification(judge(totp, alice.stepUp(alice.code(0)))).proves("alice");

    DemoIdentity.clock().advance(OneTimeCodes.STEP);

    assertVerification(judge(totp, alice.stepUp(alice.code(0)))).proves("alice");
  }

  @Test
  void whoeverGuessesHasToWaitEvenWithTheRightCode() {
    SecondFactors alice = SecondFactors.of("alice");
    for (int i = 0; i < 6; i++) {
      refused(alice.stepUp(alice.wrongCode()), "totp.code");
    }

    assertThat(status(refused(alice.stepUp(alice.code(0)), "totp.attempts"))).isEqualTo(429);
    DemoIdentity.clock().advance(Duration.ofSeconds(30));
    assertVerification(judge(totp, alice.stepUp(alice.code(0)))).proves("alice");
  }

  @Test
  void aCodeSeenOverAShoulderBuysNoMoreTries() {
    SecondFactors alice = SecondFactors.of("alice");
    judge(totp, alice.stepUp(alice.code(0)));
    for (int i = 0; i < 6; i++) {
      refused(alice.stepUp(alice.code(0)), "totp.unused");
    }

    refused(alice.stepUp(alice.wrongCode()), "totp.attempts");
  }

  @Test
  void guessingOnesOwnCodesHoldsNobodyElseUp() {
    SecondFactors alice = SecondFactors.of("alice");
    for (int i = 0; i < 6; i++) {
      judge(totp, alice.stepUp(alice.wrongCode()));
    }
    SecondFactors bob = SecondFactors.of("bob");

    assertVerification(judge(totp, bob.stepUp(bob.code(0)))).proves("bob");
  }

  @Test
  void aPageOfAnotherSiteCannotStepASessionUp() {
    SecondFactors alice = SecondFactors.of("alice");
    Arrival arrival = alice.stepUp(alice.code(0));
    Arrival without =
        new Arrival(
            arrival.method(),
            arrival.target(),
            arrival.headers().stream().filter(h -> !h.name().equals("X-CSRF-Token")).toList(),
            arrival.body(),
            false,
            arrival.remoteAddress());

    refused(without, "session.csrf");
  }

  @Test
  void bothFactorsCanBeSentAtOnce() {
    SecondFactors alice = SecondFactors.of("alice");

    Verification verification = judge(login, alice.login(alice.code(0)));

    assertVerification(verification).proves("alice");
    assertThat(verification.principal().orElseThrow().methods())
        .containsExactlyInAnyOrder("pwd", "otp");
  }

  @Test
  void aCodeThatWasUsedInOneWayIsUsedUpInTheOther() {
    SecondFactors alice = SecondFactors.of("alice");
    judge(totp, alice.stepUp(alice.code(0)));

    assertVerification(judge(login, alice.login(alice.code(0)))).isRefusedAt("totp.unused");
  }

  @Test
  void aLoginWithAWrongCodeIsRefusedAtTheCodeCheck() {
    SecondFactors alice = SecondFactors.of("alice");

    assertVerification(judge(login, alice.login(alice.wrongCode()))).isRefusedAt("totp.code");
  }

  @Test
  void withoutTheThrottleGuessingGoesOn() {
    SecondFactors alice = SecondFactors.of("alice");
    for (int i = 0; i < 20; i++) {
      judge(totp, alice.stepUp(alice.wrongCode()), "totp-no-throttle");
    }

    assertVerification(judge(totp, alice.stepUp(alice.code(0)), "totp-no-throttle"))
        .proves("alice");
  }

  @Test
  void aServerThatForgetsCodesTakesThemAgain() {
    SecondFactors alice = SecondFactors.of("alice");
    judge(totp, alice.stepUp(alice.code(0)));

    Verification again = judge(totp, alice.stepUp(alice.code(0)), "totp-reusable");

    assertThat(outcome(again, "totp.unused")).isEqualTo(Outcome.SKIPPED);
    assertVerification(again).proves("alice");
  }

  @Test
  void whoHasNoSecondFactorHasNoCode() {
    SecondFactors stranger =
        new SecondFactors("alice", identity.sessions().begin("stranger", Set.of("pwd")));

    refused(stranger.stepUp(stranger.code(0)), "totp.code");
  }
}
