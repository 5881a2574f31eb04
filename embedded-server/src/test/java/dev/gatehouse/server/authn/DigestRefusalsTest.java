package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.sentFrom;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DigestAlgorithm;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check of Digest fails alone. */
final class DigestRefusalsTest {
  private final Identity identity = DemoIdentity.identity();
  private final DigestAuthenticator digest =
      new DigestAuthenticator(identity, DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private DigestExample alice() {
    return DigestExample.to(digest);
  }

  private CheckResult refused(Arrival arrival, String check) {
    return assertVerification(judge(digest, arrival)).isRefusedAt(check);
  }

  private CheckResult refused(DigestExample example, String check) {
    return refused(example.arrival(), check);
  }

  private boolean isStale(CheckResult failure) {
    return digest.challenges(failure).stream()
        .allMatch(challenge -> challenge.headerValue().endsWith(", stale=true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "realm", "nonce", "uri", "response", "opaque"})
  void whatIsMissingIsRefusedAtTheWellFormedCheck(String parameter) {
    String header = alice().header().replaceFirst("[ ]" + parameter + "=\"[^\"]*\",?", " ");

    assertThat(refused(alice().arrival(header.replaceFirst(", *$", "")), "digest.well-formed"))
        .extracting(CheckResult::actual)
        .isEqualTo("no " + parameter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "realm", "nonce", "response", "opaque"})
  void whatHasToBeQuotedAndIsNotIsRefusedAtTheWellFormedCheck(String parameter) {
    String header = alice().header().replaceFirst(parameter + "=\"([^\"]*)\"", parameter + "=$1");

    assertThat(refused(alice().arrival(header), "digest.well-formed").actual())
        .contains(parameter, "quotes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Digest",
        "Digest ",
        "Digest x",
        "Digest username=",
        "Digest username=\"alice",
        "Digest username=\"alice\\",
        "Digest username=\"alice\" realm=\"Gatehouse\"",
        "Digest YWxpY2U6eA=="
      })
  void whatAreNoParametersIsRefusedAtTheWellFormedCheck(String header) {
    assertThat(refused(alice().arrival(header), "digest.well-formed").refusal())
        .isEqualTo(Refusal.of(400));
  }

  @Test
  void aParameterThatComesTwiceIsRefusedAtTheWellFormedCheck() {
    assertThat(
            refused(alice().arrival(alice().header() + ", URI=\"/me\""), "digest.well-formed")
                .actual())
        .isEqualTo("the parameter uri twice");
  }

  @Test
  void twoNamesAreRefusedAtTheWellFormedCheck() {
    refused(alice().set("username*", "UTF-8''alice"), "digest.well-formed");
  }

  @Test
  void aHashedNameInTheExtendedNotationIsRefusedAtTheWellFormedCheck() {
    refused(
        alice().set("username", null).set("username*", "UTF-8''alice").set("userhash", "true"),
        "digest.well-formed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "ISO-8859-1''alice", "UTF-8''%ff", "UTF-8''%6", "UTF-8''a%00"})
  void anExtendedNameThatIsNotUtf8IsRefusedAtTheWellFormedCheck(String name) {
    refused(alice().set("username", null).set("username*", name), "digest.well-formed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0000000A", "000000001", "0000000g"})
  void aCountThatIsNotEightHexadecimalDigitsIsRefusedAtTheWellFormedCheck(String count) {
    refused(alice().set("nc", count), "digest.well-formed");
  }

  @Test
  void anAnswerForAnotherRealmIsRefusedAtTheRealmCheck() {
    refused(alice().set("realm", "elsewhere"), "digest.realm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "MD5-sess", "SHA-1", "SHA-512", "-sess"})
  void anAlgorithmThatWasNotOfferedIsRefusedAtTheAlgorithmCheck(String algorithm) {
    refused(alice().set("algorithm", algorithm), "digest.algorithm");
  }

  @Test
  void aClientThatKnowsOnlyMd5IsToldSo() {
    // As wget answers: no algorithm, no qop.
    CheckResult failure =
        refused(
            alice().set("algorithm", null).set("qop", null).set("nc", null).set("cnonce", null),
            "digest.algorithm");

    assertThat(failure.expected()).contains("SHA-256", "MD5", "wget", "too weak");
    assertThat(failure.actual()).isEqualTo("none, which means MD5");
    assertThat(isStale(failure)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qop", "nc", "cnonce"})
  void whatProtectsTheRequestAndIsMissingIsRefusedAtTheQopCheck(String parameter) {
    refused(alice().set(parameter, null), "digest.qop");
  }

  @Test
  void aQopThatWasNotOfferedIsRefusedAtTheQopCheck() {
    refused(alice().set("qop", "auth-conf"), "digest.qop");
  }

  @Test
  void aBodyThatIsNotCoveredIsRefusedAtTheQopCheck() {
    refused(alice().posting("/calendars", "{}"), "digest.qop");
  }

  @Test
  void anAnswerForAnotherPathIsRefusedAtTheUriCheck() {
    assertThat(refused(alice().sentTo("/calendars"), "digest.uri").refusal())
        .isEqualTo(Refusal.of(400));
  }

  @Test
  void anAnswerForAnotherQueryIsRefusedAtTheUriCheck() {
    refused(alice().sentTo("/me?verbose"), "digest.uri");
  }

  @Test
  void aNonceThatSomebodyElseMadeIsRefusedAtTheNonceCheckAndRenewed() {
    String nonce = alice().set("nonce", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v").header();

    assertThat(isStale(refused(alice().arrival(nonce), "digest.nonce"))).isTrue();
  }

  @Test
  void aNonceWithAnotherTimeIsRefusedAtTheNonceCheck() {
    String nonce = digest.challenges(null).get(0).parameters().get("nonce");
    assertThat(nonce).isNotNull();

    refused(alice().set("nonce", "f" + nonce.substring(1)), "digest.nonce");
  }

  @Test
  void anOldNonceIsRefusedAtTheFreshCheckAndRenewed() {
    DigestExample example = alice();
    DemoIdentity.clock().advance(SignedNonces.LIFETIME);

    assertThat(isStale(refused(example, "digest.fresh"))).isTrue();
  }

  @Test
  void anotherOpaqueIsRefusedAtTheOpaqueCheck() {
    refused(alice().set("opaque", "x"), "digest.opaque");
  }

  @Test
  void aReplayIsRefusedAtTheNonceCountCheckAndTheNonceRenewed() {
    Arrival captured = alice().arrival();
    judge(digest, captured);

    assertThat(isStale(refused(captured, "digest.nonce-count"))).isTrue();
  }

  @Test
  void aCountBeyondTheMostUsesIsRefusedAtTheNonceCountCheck() {
    refused(alice().set("nc", "ffffffff"), "digest.nonce-count");
  }

  @Test
  void aWrongAnswerUsesNothingUp() {
    DigestExample example = alice();
    refused(example.set("response", "0".repeat(64)), "digest.response");

    assertVerification(judge(digest, example.set("response", null).arrival())).proves("alice");
  }

  @Test
  void aWrongPasswordIsRefusedAtTheResponseCheckAndTheNonceWasNotAtFault() {
    CheckResult failure = refused(alice().by("alice", "wrong"), "digest.response");

    assertThat(failure.refusal()).isEqualTo(Refusal.UNAUTHORIZED);
    assertThat(isStale(failure)).isFalse();
  }

  @Test
  void anUnknownPersonLooksLikeAWrongPassword() {
    CheckResult unknown = refused(alice().by("mallory", "x"), "digest.response");
    CheckResult wrong = refused(alice().by("alice", "x"), "digest.response");

    assertThat(unknown.actual()).isEqualTo(wrong.actual());
    assertThat(unknown.refusal()).isEqualTo(wrong.refusal());
    assertThat(unknown.evidence())
        .extracting(Evidence::label)
        .isEqualTo(wrong.evidence().stream().map(Evidence::label).toList());
  }

  @Test
  void anotherMethodIsRefusedAtTheResponseCheck() {
    refused(Arrivals.post("/me", "", "Authorization", alice().header()), "digest.response");
  }

  @Test
  void anotherBodyUnderAuthIntIsRefusedAtTheResponseCheck() {
    refused(
        alice().posting("/calendars", "{}").set("qop", "auth-int").withBody("[]"),
        "digest.response");
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordHasToWait() {
    for (int i = 0; i < 11; i++) {
      judge(digest, alice().by("alice", "wrong").arrival());
    }

    assertThat(refused(alice(), "attempts.account").refusal())
        .isEqualTo(Refusal.later(429, Duration.ofSeconds(1)));
  }

  @Test
  void guessingUnderAHashedNameCountsForThePerson() {
    String hashed = DigestAlgorithm.SHA_256.userHash("alice", DigestExample.REALM);
    for (int i = 0; i < 11; i++) {
      judge(
          digest,
          alice().by("alice", "wrong").set("username", hashed).set("userhash", "true").arrival());
    }

    refused(alice(), "attempts.account");
  }

  @Test
  void anAddressThatTriesEverybodyIsRefusedAtTheSourceCheck() {
    for (int i = 0; i < 101; i++) {
      identity.attempts().failed("person" + i, "10.0.0.1");
    }

    refused(sentFrom("10.0.0.1", alice().arrival()), "attempts.source");
  }
}
