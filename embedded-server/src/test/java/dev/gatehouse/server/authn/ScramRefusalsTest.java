package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.sentFrom;
import static dev.gatehouse.server.authn.ScramExample.sending;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.scram.ClientFinal;
import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramText;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of SCRAM fails alone. */
final class ScramRefusalsTest {
  private final Identity identity = DemoIdentity.identity();
  private final ScramAuthenticator scram = new ScramAuthenticator(identity, DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private ScramExample alice() {
    return ScramExample.of(scram, "alice");
  }

  private static String password() {
    return DemoIdentity.secret("alice", "password");
  }

  private CheckResult refused(Arrival arrival, String check) {
    return assertVerification(judge(scram, arrival)).isRefusedAt(check);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "realm=\"Gatehouse\"",
        "data=",
        "data=x",
        "data=AAAA",
        "data=gICA",
        "data=biwsbj1hbGljZSxyPXg=, data=biwsbj1hbGljZSxyPXg=",
        "sid=x, data=biwsbj1hbGljZSxyPXg=",
        "biwsbj1hbGljZSxyPXg="
      })
  void whatIsNoMessageIsRefusedAtTheWellFormedCheck(String parameters) {
    assertThat(refused(sending(parameters), "scram.well-formed").refusal())
        .isEqualTo(Refusal.of(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n,,n=al\u0007ice,r=x", "n,,n=\u00ad,r=x"})
  void aNameThatCannotBeOneIsRefusedAtTheWellFormedCheck(String message) {
    refused(sending("data=" + ScramText.data(message)), "scram.well-formed");
  }

  @Test
  void aNameThatIsFarTooLongIsRefusedAtTheWellFormedCheck() {
    refused(
        sending("data=" + ScramText.data("n,,n=" + "a".repeat(256) + ",r=x")), "scram.well-formed");
  }

  @Test
  void moreThanAnyMessageNeedsIsRefusedAtTheWellFormedCheck() {
    refused(
        sending("data=" + ScramText.data("n,,n=alice,r=" + "x".repeat(2_000))),
        "scram.well-formed");
  }

  @Test
  void aMessageForAnotherRealmIsRefusedAtTheRealmCheck() {
    refused(
        sending("realm=\"elsewhere\", data=" + ScramText.data("n,,n=alice,r=x")), "scram.realm");
  }

  @Test
  void anExchangeThatWasNotBegunHereIsRefusedAtTheSidCheck() {
    Arrival elsewhere =
        ScramExample.of(new ScramAuthenticator(identity, DemoIdentity.clock()), "alice").end();

    refused(elsewhere, "scram.sid");
  }

  @Test
  void anExchangeOfAnotherNameIsRefusedAtTheSidCheck() {
    ScramExample.Answered answered = alice().answered();
    String last = ScramText.data(answered.last(password()).text());
    // "n,,n=alice" begins at the same place in each identifier.
    String other = answered.sid().substring(0, 40) + "X" + answered.sid().substring(41);

    refused(sending("sid=" + other + ", data=" + last), "scram.sid");
  }

  @Test
  void anExchangeThatBeganTooLongAgoIsRefusedAtTheSidCheck() {
    Arrival end = alice().end();
    DemoIdentity.clock().advance(ScramExchanges.LIFETIME);

    assertThat(refused(end, "scram.sid").actual()).contains("too long ago");
  }

  @Test
  void aBindingToTheTlsChannelIsRefusedAtTheChannelBindingCheck() throws ScramException {
    refused(
        ScramExample.beginning(scram, "p=tls-exporter,,n=alice,r=x").begin(),
        "scram.channel-binding");
  }

  @Test
  void anotherBindingThanWasSaidFirstIsRefusedAtTheChannelBindingCheck() throws ScramException {
    ScramExample.Answered answered = alice().answered();
    ClientFinal last =
        ClientFinal.read(answered.last(password()).text().replace("c=biws", "c=eSws"));

    refused(answered.proof(last), "scram.channel-binding");
  }

  @Test
  void actingAsSomebodyElseIsRefusedAtTheAuthzidCheck() throws ScramException {
    refused(ScramExample.beginning(scram, "n,a=admin,n=alice,r=x").begin(), "scram.authzid");
  }

  @Test
  void aFirstMessageIsRefusedAtTheProofSentCheck() {
    refused(alice().begin(), "scram.proof-sent");
  }

  @Test
  void anotherNumberIsRefusedAtTheNonceCheck() throws ScramException {
    ScramExample.Answered answered = alice().answered();
    ClientFinal last = ClientFinal.read(answered.last(password()).text().replace(",p=", "x,p="));

    refused(answered.proof(last), "scram.nonce");
  }

  @Test
  void aReplayIsRefusedAtTheNonceCheck() {
    Arrival captured = alice().end();
    judge(scram, captured);

    assertThat(refused(captured, "scram.nonce").actual()).isEqualTo("it was used already");
  }

  @Test
  void aWrongProofEndsNothing() {
    ScramExample.Answered answered = alice().answered();
    refused(answered.proof("wrong"), "scram.proof");

    assertVerification(judge(scram, answered.proof(password()))).proves("alice");
  }

  @Test
  void aWrongPasswordIsRefusedAtTheProofCheck() {
    assertThat(refused(alice().end("wrong"), "scram.proof").refusal())
        .isEqualTo(Refusal.UNAUTHORIZED);
  }

  @Test
  void theProofOfAnotherExchangeIsRefusedAtTheProofCheck() {
    ScramExample.Answered one = alice().answered();
    ScramExample.Answered other = alice().answered();
    ClientFinal proved = one.last(password());
    ClientFinal mixed =
        new ClientFinal(
            proved.binding(),
            other.message().nonce(),
            proved.proof(),
            "c=biws,r=" + other.message().nonce());

    refused(other.proof(mixed), "scram.proof");
  }

  @Test
  void anUnknownPersonLooksLikeAWrongPassword() {
    CheckResult unknown = refused(ScramExample.of(scram, "mallory").end("x"), "scram.proof");
    CheckResult wrong = refused(alice().end("x"), "scram.proof");

    assertThat(unknown.actual()).isEqualTo(wrong.actual());
    assertThat(unknown.refusal()).isEqualTo(wrong.refusal());
    assertThat(unknown.evidence())
        .extracting(Evidence::label)
        .isEqualTo(wrong.evidence().stream().map(Evidence::label).toList());
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordHasToWait() {
    for (int i = 0; i < 11; i++) {
      identity.attempts().failed("alice", "10.0.0.2");
    }

    assertThat(refused(alice().end(), "attempts.account").refusal())
        .isEqualTo(Refusal.later(429, Duration.ofSeconds(1)));
  }

  @Test
  void anAddressThatTriesEverybodyIsRefusedAtTheSourceCheck() {
    for (int i = 0; i < 101; i++) {
      identity.attempts().failed("person" + i, "10.0.0.1");
    }

    refused(sentFrom("10.0.0.1", alice().end()), "attempts.source");
  }
}
