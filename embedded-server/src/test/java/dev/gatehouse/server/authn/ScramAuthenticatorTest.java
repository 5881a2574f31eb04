package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.scram.ServerFirst;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom SCRAM lets in, and what the server says in it. */
final class ScramAuthenticatorTest {
  private final Identity identity = DemoIdentity.identity();
  private final ScramAuthenticator scram = new ScramAuthenticator(identity, DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private ServerFirst answerTo(String name) {
    return ScramExample.of(scram, name).answered().message();
  }

  @Test
  void theProofOfThePasswordProvesThePerson() {
    assertVerification(judge(scram, ScramExample.of(scram, "alice").end())).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"y,,n=alice,r=x", "n,a=alice,n=alice,r=x", "n,,n=alice,r=x,z=more"})
  void otherWaysToBeginAreAsGood(String first) throws ScramException {
    assertVerification(judge(scram, ScramExample.beginning(scram, first).end())).proves("alice");
  }

  @Test
  void theMessagesMayBeInQuotes() {
    ScramExample.Answered answered = ScramExample.of(scram, "alice").answered();
    String last = ScramText.data(answered.last(DemoIdentity.secret("alice", "password")).text());

    assertVerification(
            judge(
                scram,
                ScramExample.sending("sid=\"%s\", data=\"%s\"".formatted(answered.sid(), last))))
        .proves("alice");
  }

  @Test
  void theFirstMessageIsRefusedForTheProofIsStillToCome() {
    Verification verification = judge(scram, ScramExample.of(scram, "alice").begin());

    CheckResult failure = assertVerification(verification).isRefusedAt("scram.proof-sent");
    assertThat(failure.actual())
        .isEqualTo("this was the first message; the proof is still to come");
  }

  @Test
  void theAnswerToTheFirstMessageHasSaltAndIterationsAndBothNumbers() {
    ServerFirst answer = answerTo("alice");

    assertThat(answer.nonce()).startsWith("rOprNGfwEbeRWgbNEkqO").hasSize(20 + 24);
    assertThat(answer.salt()).hasSize(16);
    assertThat(answer.iterations()).isGreaterThanOrEqualTo(4_096);
  }

  @Test
  void noTwoExchangesHaveTheSameNumber() {
    assertThat(answerTo("alice").nonce()).isNotEqualTo(answerTo("alice").nonce());
  }

  @Test
  void anUnknownPersonHasASaltTooAndTheSameEachTime() {
    assertThat(answerTo("mallory").salt()).isEqualTo(answerTo("mallory").salt()).hasSize(16);
    assertThat(answerTo("mallory").iterations()).isEqualTo(answerTo("alice").iterations());
    assertThat(answerTo("mallory").salt())
        .isNotEqualTo(answerTo("mallet").salt())
        .isNotEqualTo(answerTo("alice").salt());
    assertThat(answerTo("alice").salt()).isEqualTo(answerTo("alice").salt());
  }

  @Test
  void severalExchangesOfOnePersonGoOnBesideEachOther() {
    ScramExample alice = ScramExample.of(scram, "alice");
    ScramExample.Answered one = alice.answered();
    ScramExample.Answered other = alice.answered();
    String password = DemoIdentity.secret("alice", "password");

    assertVerification(judge(scram, other.proof(password))).proves("alice");
    assertVerification(judge(scram, one.proof(password))).proves("alice");
  }

  @Test
  void whoIsAskedInGeneralIsToldTheRealmAlone() {
    assertThat(scram.challenge(null))
        .map(Challenge::headerValue)
        .contains("SCRAM-SHA-256 realm=\"Gatehouse\"");
  }

  @Test
  void identifierAndMessageAreWrittenWithoutQuotes() {
    CheckResult failure =
        judge(scram, ScramExample.of(scram, "alice").begin()).failure().orElseThrow();

    assertThat(scram.challenge(failure).orElseThrow().headerValue())
        .matches("SCRAM-SHA-256 sid=[A-Za-z0-9_-]+, data=[A-Za-z0-9+/]+=*");
  }

  @Test
  void withNonceReuseOnAReplayIsTaken() {
    Arrival captured = ScramExample.of(scram, "alice").end();
    judge(scram, captured);

    Verification replay = judge(scram, captured, "scram-nonce-reuse");

    assertThat(Arrivals.outcome(replay, "scram.nonce")).isEqualTo(Outcome.SKIPPED);
    assertThat(replay.principal()).isPresent();
  }

  @Test
  void withNonceReuseOnAWrongPasswordIsStillRefused() {
    Verification wrong =
        judge(scram, ScramExample.of(scram, "alice").end("wrong"), "scram-nonce-reuse");

    assertThat(wrong.failure()).map(CheckResult::id).contains("scram.proof");
  }
}
