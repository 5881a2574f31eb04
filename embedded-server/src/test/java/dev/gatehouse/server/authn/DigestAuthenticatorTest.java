package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DigestAlgorithm;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Digest lets in, and what the server says in it. */
final class DigestAuthenticatorTest {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA-256",
        "SHA-512-256",
        "SHA-256-sess",
        "SHA-512-256-sess",
        "sha-256",
        "\"SHA-256\""
      })
  void theRightAnswerByEachAlgorithmProvesThePerson(String algorithm) {
    String plain = algorithm.replace("\"", "");
    String header = alice().set("algorithm", plain).header();

    assertVerification(
            judge(
                digest,
                alice().arrival(header.replace("algorithm=" + plain, "algorithm=" + algorithm))))
        .proves("alice");
  }

  @Test
  void theBodyIsCoveredByAuthInt() {
    assertVerification(
            judge(digest, alice().posting("/calendars", "{}").set("qop", "auth-int").arrival()))
        .proves("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA-256", "SHA-512-256"})
  void aHashedNameIsUnderstood(String algorithm) {
    String hashed =
        DigestAlgorithm.of(algorithm).orElseThrow().userHash("alice", DigestExample.REALM);

    assertVerification(
            judge(
                digest,
                alice()
                    .set("algorithm", algorithm)
                    .set("username", hashed)
                    .set("userhash", "true")
                    .arrival()))
        .proves("alice");
  }

  @Test
  void aNameInTheExtendedNotationIsUnderstood() {
    assertVerification(
            judge(
                digest, alice().set("username", null).set("username*", "UTF-8''%61lice").arrival()))
        .proves("alice");
  }

  @Test
  void aNonceServesForManyRequestsThatAreCounted() {
    DigestExample example = alice();

    for (String count : List.of("00000002", "00000001", "0000000a")) {
      assertVerification(judge(digest, example.set("nc", count).arrival())).proves("alice");
    }
  }

  @Test
  void eachWeaknessLetsItsOwnAttackIn() {
    Arrival captured = alice().arrival();
    judge(digest, captured);

    assertVerification(judge(digest, captured, "digest-nonce-reuse")).proves("alice");
    assertVerification(
            judge(digest, alice().set("algorithm", "MD5").arrival(), "digest-accept-md5"))
        .proves("alice");
    assertVerification(judge(digest, alice().sentTo("/calendars").arrival(), "digest-ignore-uri"))
        .proves("alice");
    assertVerification(
            judge(
                digest,
                alice().posting("/calendars", "{}").withBody("[]"),
                "digest-no-body-integrity"))
        .proves("alice");
  }

  @Test
  void aWeaknessLetsNothingElseIn() {
    assertThat(
            judge(digest, alice().set("algorithm", "SHA-1").arrival(), "digest-accept-md5")
                .failure())
        .map(CheckResult::id)
        .contains("digest.algorithm");
    assertThat(
            judge(
                    digest,
                    alice().posting("/calendars", "{}").set("nc", null).arrival(),
                    "digest-no-body-integrity")
                .failure())
        .map(CheckResult::id)
        .contains("digest.qop");
  }

  @Test
  void theResponseIsKeptSecretAndWhatWasHashedIsShown() {
    Verification verification = judge(digest, alice().arrival());

    assertThat(Arrivals.result(verification, "digest.response").evidence())
        .contains(new Evidence("hashed of the request", "GET:/me", false))
        .filteredOn(evidence -> evidence.label().equals("response"))
        .allMatch(Evidence::secret);
  }

  @Test
  void thatTheStoredFormIsAsGoodAsThePasswordIsSaid() {
    assertThat(digest.checks().get(digest.checks().size() - 1))
        .extracting(Check::why)
        .asString()
        .contains("as good as the password");
  }

  @Test
  void everyAlgorithmIsOfferedInAChallengeOfItsOwnSha256First() {
    assertThat(digest.challenges(null))
        .hasSize(2)
        .extracting(Challenge::headerValue)
        .allMatch(value -> value.startsWith("Digest realm=\"Gatehouse\", qop=\"auth, auth-int\", "))
        .allMatch(value -> value.endsWith(", charset=UTF-8, userhash=true"))
        .satisfiesExactly(
            first -> assertThat(first).contains(", algorithm=SHA-256, "),
            second -> assertThat(second).containsIgnoringCase(", algorithm=SHA-512-256, "));
  }

  @Test
  void aClientThatTakesAllChallengesForOneFindsTheAlgorithmOfTheFirst() {
    assertThat(digest.challenges(null))
        .extracting(challenge -> challenge.parameters().get("algorithm"))
        .containsExactly("SHA-256", null);
  }

  @Test
  void theServerProvesThatItKnowsTheSecretToo() {
    Arrival arrival = alice().arrival();
    DigestAttempt attempt = digest.attempt(arrival, digest.find(arrival).get(0));
    String secret =
        DigestAlgorithm.SHA_256.secret(
            "alice", DigestExample.REALM, DemoIdentity.secret("alice", "password"));
    String proof = attempt.response().byServer(secret, "/me", new byte[0]);

    assertThat(digest.acknowledgement(attempt, new byte[0]))
        .singleElement()
        .satisfies(
            header -> {
              assertThat(header.name()).isEqualTo("Authentication-Info");
              assertThat(header.value())
                  .startsWith("rspauth=\"" + proof + "\", qop=auth, nc=00000001, cnonce=\"")
                  .doesNotContain("nextnonce");
            });
  }

  @Test
  void aNonceIsRenewedBeforeItExpires() {
    Arrival arrival = alice().arrival();
    DigestAttempt attempt = digest.attempt(arrival, digest.find(arrival).get(0));
    DemoIdentity.clock().advance(SignedNonces.LIFETIME.minusSeconds(10));

    assertThat(digest.acknowledgement(attempt, new byte[0]).get(0).value())
        .contains(", nextnonce=\"");
  }
}
