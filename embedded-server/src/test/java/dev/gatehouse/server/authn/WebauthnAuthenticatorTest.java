package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.outcome;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DemoPasskeys;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.IdentityExamples;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.webauthn.RelyingParty;
import dev.gatehouse.server.webauthn.SignedData;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys: each check fails alone. */
final class WebauthnAuthenticatorTest {
  private static final int BACKUP_ELIGIBLE = 8;
  private static final int BACKED_UP = 16;

  private final Identity identity = DemoIdentity.identity();
  private final PasskeyCeremonies ceremonies =
      new PasskeyCeremonies(
          RelyingParty.servedAt(
              URI.create("http://127.0.0.1:8085"), URI.create("https://127.0.0.1:8443")),
          identity,
          DemoIdentity.clock());
  private final WebauthnAuthenticator webauthn = new WebauthnAuthenticator(identity, ceremonies);
  private DemoPasskeys.Own alice = DemoIdentity.passkey("alice");

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
    alice = DemoIdentity.passkey("alice");
  }

  private PasskeyExample used() {
    return PasskeyExample.used(alice, ceremonies.loginOptions());
  }

  private CheckResult refused(PasskeyExample example, String check) {
    return refused(example.login(), check);
  }

  private CheckResult refused(Arrival arrival, String check) {
    return assertVerification(judge(webauthn, arrival)).isRefusedAt(check);
  }

  private void proves(PasskeyExample example) {
    assertVerification(judge(webauthn, example.login())).proves("alice");
  }

  @Test
  void aPasskeyProvesItsOwner() {
    proves(used());
  }

  @Test
  void theServersOtherOriginIsItsOwnToo() {
    proves(used().origin("https://localhost:8443"));
  }

  @Test
  void whoDoesNotSayAnyUserHandleIsRefusedAtTheKnownCheck() {
    refused(used().userHandle(null), "webauthn.credential-known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"type\":\"public-key\",\"id\":\"AA\",\"response\":{}}",
        "{\"type\":\"public-key\",\"id\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\","
            + "\"signature\":\"AA\"}}",
        "{\"type\":\"public-key\",\"id\":\"AA=\",\"response\":{\"clientDataJSON\":\"e30\"}}"
      })
  void whatIsNoAssertionIsRefusedAtTheWellFormedCheck(String body) {
    Arrival arrival =
        Arrivals.post(WebauthnAuthenticator.PATH, body, "Content-Type", "application/json");

    assertThat(refused(arrival, "webauthn.well-formed").refusal()).isEqualTo(Refusal.of(400));
  }

  @Test
  void whatDoesNotSayThatItIsJsonIsRefusedAtTheWellFormedCheck() {
    String body = used().assertion(alice.privateKey()).toString();

    refused(
        Arrivals.post(WebauthnAuthenticator.PATH, body, "Content-Type", "text/plain"),
        "webauthn.well-formed");
  }

  @Test
  void aLoginByAnotherSitesPageIsRefusedAtTheOriginOfTheRequest() {
    Arrival arrival =
        Arrivals.post(
            WebauthnAuthenticator.PATH,
            used().assertion(alice.privateKey()).toString(),
            "Content-Type",
            "application/json",
            "Origin",
            "https://attacker.example");

    assertThat(refused(arrival, "login.origin").refusal()).isEqualTo(Refusal.of(403));
  }

  @Test
  void aPasskeyThatWasNeverRegisteredIsRefusedAtTheKnownCheck() {
    DemoPasskeys.Own another = new DemoPasskeys.Own("AAAA", alice.userHandle(), alice.privateKey());

    refused(PasskeyExample.used(another, ceremonies.loginOptions()), "webauthn.credential-known");
  }

  @Test
  void theUserHandleOfSomebodyElseIsRefusedAtTheKnownCheck() {
    refused(
        used().userHandle(DemoIdentity.passkey("bob").userHandle()), "webauthn.credential-known");
  }

  @Test
  void aChallengeOfNobodyIsRefusedAtTheChallengeCheck() {
    refused(used().challenge("AAAA"), "webauthn.challenge");
  }

  @Test
  void aChallengeOfAnotherServerIsRefusedAtTheChallengeCheck() {
    PasskeyCeremonies elsewhere =
        new PasskeyCeremonies(ceremonies.party(), identity, DemoIdentity.clock());

    refused(PasskeyExample.used(alice, elsewhere.loginOptions()), "webauthn.challenge");
  }

  @Test
  void aChallengeForARegistrationIsRefusedAtTheChallengeCheck() {
    refused(
        PasskeyExample.used(
            alice, ceremonies.registrationOptions(identity.person("alice").orElseThrow())),
        "webauthn.challenge");
  }

  @Test
  void anOldChallengeIsRefusedAtTheChallengeCheck() {
    PasskeyExample old = used();
    DemoIdentity.clock().advance(SignedNonces.LIFETIME);

    assertThat(refused(old, "webauthn.challenge").actual()).contains("too long ago");
  }

  @Test
  void aReplayIsRefusedAtTheChallengeCheck() {
    Arrival captured = used().login();
    assertVerification(judge(webauthn, captured)).proves("alice");

    assertThat(refused(captured, "webauthn.challenge").actual()).contains("used already");
  }

  @Test
  void ofManyReplaysAtOnceNoneIsLetInTwice() {
    Arrival captured = used().login();

    List<CompletableFuture<Boolean>> tries =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> judge(webauthn, captured).principal().isPresent()))
            .toList();

    assertThat(tries.stream().filter(CompletableFuture::join).count()).isOne();
  }

  @Test
  void whatWasSignedToRegisterIsRefusedAtTheTypeCheck() {
    refused(used().type("webauthn.create"), "webauthn.type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.localhost:8085",
        "http://localhost:8086",
        "https://localhost:8085",
        "http://127.0.0.1:8085",
        "http://localhost:8085/",
        "http://localhost:8085@attacker.example",
        "null",
        ""
      })
  void anotherPageIsRefusedAtTheOriginCheck(String origin) {
    refused(used().origin(origin), "webauthn.origin");
  }

  @Test
  void aFrameInAnotherPageIsRefusedAtTheOriginCheck() {
    refused(used().framed(), "webauthn.origin");
  }

  @Test
  void aPasskeyForAnotherSiteIsRefusedAtTheRpIdCheck() {
    refused(used().relyingParty("attacker.example"), "webauthn.rp-id");
  }

  @Test
  void anUnattendedAuthenticatorIsRefusedAtThePresentCheck() {
    refused(used().flags(SignedData.USER_VERIFIED), "webauthn.user-present");
  }

  @Test
  void aMerePressIsRefusedAtTheVerifiedCheck() {
    refused(used().flags(SignedData.USER_PRESENT), "webauthn.user-verified");
  }

  @ParameterizedTest
  @ValueSource(ints = {BACKUP_ELIGIBLE, BACKED_UP, BACKUP_ELIGIBLE | BACKED_UP})
  void aPasskeyThatWasNotToBeCopiedAndWasIsRefusedAtTheBackupCheck(int flags) {
    refused(used().flags(PasskeyExample.PRESENT_AND_VERIFIED | flags), "webauthn.backup");
  }

  @Test
  void theSignatureOfAnotherKeyIsRefusedAtTheSignatureCheck() {
    refused(used().login(DemoIdentity.passkey("bob").privateKey()), "webauthn.signature");
  }

  @Test
  void aCounterThatWasThereAlreadyIsRefusedAtTheCounterCheck() {
    proves(used().counter(7));

    assertThat(refused(used().counter(7), "webauthn.counter").expected()).isEqualTo("more than 7");
    refused(used().counter(0), "webauthn.counter");
    proves(used().counter(8));
  }

  @Test
  void aPasskeyThatNeverCountsIsLetInAgain() {
    proves(used().counter(0));
    proves(used().counter(0));
  }

  @Test
  void theLargestCounterIsReadAsANumberWithoutSign() {
    proves(used().counter(0xFFFF_FFFFL));
  }

  @Test
  void aForgedSignatureDoesNotCount() {
    judge(webauthn, used().counter(1_000).login(DemoIdentity.passkey("bob").privateKey()));

    proves(used().counter(1));
  }

  @Test
  void thePasskeyOfSomebodyWhoIsGoneIsRefusedAtThePersonCheck() {
    DemoPasskeys.Own gone = IdentityExamples.passkey("eve");

    refused(PasskeyExample.used(gone, ceremonies.loginOptions()), "webauthn.person");
  }

  @Test
  void theWeaknessesTakeTheirOwnChecksAway() {
    Arrival phished = used().origin("http://login.localhost:8085").counter(5).login();
    assertThat(outcome(judge(webauthn, phished, "webauthn-ignore-origin"), "webauthn.origin"))
        .isEqualTo(Outcome.SKIPPED);

    Arrival again = used().counter(6).login();
    judge(webauthn, again);
    assertThat(judge(webauthn, again, "webauthn-challenge-reuse").failure())
        .map(CheckResult::id)
        .contains("webauthn.counter");

    assertThat(judge(webauthn, used().counter(1).login(), "webauthn-ignore-counter").principal())
        .isPresent();
  }
}
