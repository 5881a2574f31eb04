package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.post;
import static dev.gatehouse.server.authn.SignedMessages.COVERED;
import static dev.gatehouse.server.authn.SignedMessages.COVERED_WITH_BODY;
import static dev.gatehouse.server.authn.SignedMessages.now;
import static dev.gatehouse.server.authn.SignedMessages.own;
import static dev.gatehouse.server.authn.SignedMessages.signed;
import static dev.gatehouse.server.authn.SignedMessages.signedBy;
import static dev.gatehouse.server.authn.SignedMessages.timely;
import static dev.gatehouse.server.authn.SignedRequests.carrying;
import static dev.gatehouse.server.authn.SignedRequests.replaced;
import static dev.gatehouse.server.authn.SignedRequests.to;
import static dev.gatehouse.server.authn.SignedRequests.with;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.httpsignature.ContentDigest;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.DemoKeys;
import dev.gatehouse.server.identity.IdentityExamples;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSignatureAuthenticatorTest {
  private static final String BODY = "{\"name\":\"a\"}";

  private final HttpSignatureAuthenticator signatures =
      new HttpSignatureAuthenticator(DemoIdentity.identity(), DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static Arrival post(String digestAlgorithm) {
    return Arrivals.post(
        "/calendars",
        BODY,
        "Content-Digest",
        ContentDigest.value(digestAlgorithm, BODY.getBytes(UTF_8)));
  }

  private void isRefusedAt(String check, Arrival arrival) {
    assertVerification(judge(signatures, arrival)).isRefusedAt(check);
  }

  @ParameterizedTest
  @EnumSource
  void aSignedRequestProvesThePersonByEachAlgorithm(SignatureAlgorithm algorithm) {
    DemoKeys.Own own = own("alice", algorithm);

    for (String named : List.of("", ";alg=\"" + algorithm.text() + "\"")) {
      Arrival arrival = signedBy(own, algorithm, get("/me?now"), COVERED, timely() + named);
      assertVerification(judge(signatures, arrival)).proves("alice");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        COVERED,
        "\"@target-uri\" \"@method\" \"host\" \"@scheme\" \"@request-target\"",
        "\"@method\" \"@authority\" \"@path\" \"@query\"",
        COVERED + " \"@query-param\";name=\"b\" \"accept\" \"accept\";bs"
      })
  void whatCoversMethodAndTargetIsTaken(String components) {
    Arrival arrival = get("/calendars/caf%C3%A9?a=1&b=x+y", "Accept", "a/b", "Accept", "c/d");

    assertVerification(judge(signatures, signed(arrival, components))).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-256", "sha-512"})
  void aSignedRequestWithABodyProvesThePerson(String algorithm) {
    assertVerification(judge(signatures, signed(post(algorithm), COVERED_WITH_BODY)))
        .proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sig1",
        "sig1=:AA==:",
        "sig1=(@method)",
        "sig1=(1)",
        "sig1=(\"@method\");created=now",
        "sig2=(\"@method\")",
        "sig1=(\"@method\"",
        "sig1=(\"@method\");keyid=:AA==:",
        "\u00e9"
      })
  void whatIsNotWrittenSoIsRefusedAtTheWellFormedCheck(String input) {
    isRefusedAt(
        "signature.well-formed", get("/me", "Signature-Input", input, "Signature", "sig1=:AA==:"));
  }

  @Test
  void oneFieldWithoutTheOtherIsRefusedAtTheWellFormedCheck() {
    isRefusedAt("signature.well-formed", get("/me", "Signature", "sig1=:AA==:"));
    isRefusedAt("signature.well-formed", get("/me", "Signature-Input", "sig1=(\"@method\")"));
    isRefusedAt(
        "signature.well-formed",
        get("/me", "Signature-Input", "sig1=()", "Signature", "sig1=\"AA==\""));
  }

  @Test
  void twoSignaturesAreRefusedAtTheSingleCheck() {
    Arrival arrival = signed(get("/me"), COVERED);
    Arrival two = with(with(arrival, "Signature-Input", "sig2=()"), "Signature", "sig2=:AA==:");

    isRefusedAt("signature.single", two);
  }

  @Test
  void noSignatureAtAllIsRefusedAtTheSingleCheck() {
    isRefusedAt("signature.single", get("/me", "Signature-Input", "", "Signature", ""));
  }

  @Test
  void aKeyThatNobodyIssuedIsRefusedAtTheKeyKnownCheck() {
    isRefusedAt(
        "signature.key-known", get("/me", "Signature-Input", "s=()", "Signature", "s=:AA==:"));
    isRefusedAt(
        "signature.key-known",
        get("/me", "Signature-Input", "s=();keyid=\"else\"", "Signature", "s=:AA==:"));
  }

  @Test
  void thePublicKeyTakenForASecretIsRefusedAtTheAlgorithmCheck() {
    DemoKeys.Own own = own("alice", SignatureAlgorithm.ED25519);
    byte[] known = IdentityExamples.messageKey(own.keyId()).material();
    DemoKeys.Own forged = new DemoKeys.Own(own.keyId(), new String(known, US_ASCII));

    isRefusedAt(
        "signature.algorithm",
        signedBy(
            forged,
            SignatureAlgorithm.HMAC_SHA256,
            get("/me"),
            COVERED,
            timely() + ";alg=\"hmac-sha256\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "HMAC-SHA256", "none", ""})
  void anotherAlgorithmThanTheKeysIsRefusedAtTheAlgorithmCheck(String algorithm) {
    isRefusedAt(
        "signature.algorithm",
        signed(get("/me"), COVERED, timely() + ";alg=\"" + algorithm + "\""));
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void aRequestSignedAtAnotherTimeIsRefusedAtTheCreatedCheck(long later) {
    isRefusedAt(
        "signature.created", signed(get("/me"), COVERED, ";nonce=\"a\";created=" + now(later)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void aDateWithinTheWindowIsTakenOnEitherSide(long later) {
    Arrival arrival = signed(get("/me"), COVERED, ";nonce=\"a\";created=" + now(later));

    assertVerification(judge(signatures, arrival)).proves("alice");
  }

  @Test
  void aRequestThatDoesNotSayWhenItWasSignedIsRefusedAtTheCreatedCheck() {
    isRefusedAt("signature.created", signed(get("/me"), COVERED, ";nonce=\"a\""));
  }

  @Test
  void whatHasExpiredIsRefusedAtTheExpiresCheck() {
    isRefusedAt("signature.expires", signed(get("/me"), COVERED, timely() + ";expires=" + now(0)));
    assertVerification(
            judge(signatures, signed(get("/me"), COVERED, timely() + ";expires=" + now(1))))
        .proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"@method\"",
        "\"@target-uri\"",
        "\"@method\" \"@authority\" \"@path\"",
        "\"@method\" \"@path\" \"@query\"",
        "\"@method\" \"@authority\" \"@query\"",
        "\"@method\" \"@authority\" \"@path\" \"@query-param\";name=\"a\""
      })
  void whatLeavesPartOfTheTargetOutIsRefusedAtTheCoverageCheck(String components) {
    isRefusedAt("signature.coverage", signed(get("/me?a=1"), components));
  }

  @Test
  void aBodyThatIsNotCoveredIsRefusedAtTheCoverageCheck() {
    isRefusedAt("signature.coverage", signed(post("sha-256"), COVERED));
    isRefusedAt(
        "signature.coverage",
        signed(post("sha-256"), COVERED + " \"content-digest\";key=\"sha-256\""));
  }

  @Test
  void aPartThatIsNotCoveredCanBeChangedOnAServerWithThatWeakness() {
    Arrival arrival = to("/calendars", signed(get("/me"), "\"@method\""));

    Verification verification = judge(signatures, arrival, "signature-any-coverage");

    assertVerification(verification).proves("alice");
    assertThat(Arrivals.outcome(verification, "signature.coverage")).isEqualTo(Outcome.SKIPPED);
  }

  @Test
  void anotherBodyIsRefusedAtTheContentDigestCheck() {
    Arrival arrival = signed(post("sha-256"), COVERED_WITH_BODY);

    isRefusedAt("signature.content-digest", carrying("[]".getBytes(UTF_8), arrival));
    isRefusedAt("signature.content-digest", carrying(new byte[0], arrival));
  }

  @Test
  void aDigestByAWeakAlgorithmIsRefusedAtTheContentDigestCheck() {
    Arrival arrival = Arrivals.post("/calendars", BODY, "Content-Digest", "md5=:AA==:");

    isRefusedAt("signature.content-digest", signed(arrival, COVERED_WITH_BODY));
  }

  @Test
  void aCoveredFieldThatWasTakenOutIsRefusedAtTheBaseCheck() {
    Arrival arrival = signed(get("/me", "Accept", "a/b"), COVERED + " \"accept\"");
    Arrival without =
        replaced(
            arrival,
            arrival.method(),
            arrival.target(),
            arrival.headers().stream().filter(h -> !h.name().equals("Accept")).toList(),
            arrival.body());

    isRefusedAt("signature.base", without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calendars?a=1", "/me?a=2", "/me?a=1&b=", "/me", "/m%65?a=1", "/me?A=1"})
  void aSignatureForAnotherTargetIsRefusedAtTheValueCheck(String target) {
    isRefusedAt("signature.value", to(target, signed(get("/me?a=1"), COVERED)));
  }

  @Test
  void anotherMethodOrAChangedFieldIsRefusedAtTheValueCheck() {
    Arrival arrival = signed(get("/me", "Accept", "a/b"), COVERED + " \"accept\"");

    isRefusedAt(
        "signature.value", replaced(arrival, "DELETE", "/me", arrival.headers(), arrival.body()));
    isRefusedAt("signature.value", with(arrival, "Accept", "c/d"));
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureByAnotherKeyIsRefusedAtTheValueCheck(SignatureAlgorithm algorithm) {
    String others =
        algorithm.isShared()
            ? "another secret"
            : KeyPairs.pem(KeyPairs.generate(algorithm.jws()).getPrivate());
    DemoKeys.Own forged = new DemoKeys.Own(own("alice", algorithm).keyId(), others);

    isRefusedAt("signature.value", signedBy(forged, algorithm, get("/me"), COVERED, timely()));
  }

  @Test
  void aRequestThatIsSentAgainIsRefusedAtTheNonceCheck() {
    Arrival arrival = signed(get("/me"), COVERED);
    assertVerification(judge(signatures, arrival)).proves("alice");

    isRefusedAt("signature.nonce", arrival);
  }

  @Test
  void aNonceIsUsedOnceHoweverDifferentTheRequests() {
    String parameters = timely();
    assertVerification(judge(signatures, signed(get("/me"), COVERED, parameters))).proves("alice");

    isRefusedAt("signature.nonce", signed(get("/calendars"), COVERED, parameters));
  }

  @Test
  void aForgeryUsesNoNonceUp() {
    Arrival arrival = signed(get("/me"), COVERED);
    isRefusedAt("signature.value", to("/calendars", arrival));

    assertVerification(judge(signatures, arrival)).proves("alice");
  }

  @Test
  void noNonceOrOneThatIsEmptyOrTooLongIsRefusedAtTheNonceCheck() {
    String created = ";created=" + now(0);
    String tooLong = "n".repeat(HttpSignatureAuthenticator.LONGEST_NONCE + 1);

    isRefusedAt("signature.nonce", signed(get("/me"), COVERED, created));
    isRefusedAt("signature.nonce", signed(get("/me"), COVERED, created + ";nonce=\"\""));
    isRefusedAt(
        "signature.nonce", signed(get("/me"), COVERED, created + ";nonce=\"" + tooLong + "\""));
  }

  @Test
  void aRequestFromTheFutureStaysUsedForAsLongAsItsDateIsGood() {
    Arrival arrival = signed(get("/me"), COVERED, ";nonce=\"a\";created=" + now(300));
    assertVerification(judge(signatures, arrival)).proves("alice");

    DemoIdentity.clock().advance(HttpSignatureAuthenticator.WINDOW.multipliedBy(2));

    isRefusedAt("signature.nonce", arrival);
  }

  @Test
  void aRequestIsTakenAgainAndAgainByAServerThatAsksForNoNonce() {
    Arrival arrival = signed(get("/me"), COVERED);

    for (int i = 0; i < 2; i++) {
      assertVerification(judge(signatures, arrival, "signature-no-nonce")).proves("alice");
    }
  }

  @Test
  void aKeyOfSomebodyWhoHasGoneIsRefusedAtThePersonCheck() {
    DemoKeys.Own orphan = IdentityExamples.sharedMessageKey("erin");

    isRefusedAt(
        "signature.person",
        signedBy(orphan, SignatureAlgorithm.HMAC_SHA256, get("/me"), COVERED, timely()));
  }

  @Test
  void theEvidenceShowsWhatWasSignedAndKeepsTheSecret() {
    Verification verification = judge(signatures, signed(get("/me"), COVERED));

    assertThat(Arrivals.result(verification, "signature.value").evidence())
        .extracting(Evidence::label)
        .containsExactly("signature base", "signature");
    assertThat(verification.checks())
        .flatExtracting("evidence")
        .extracting("value")
        .noneMatch(
            value ->
                value
                    .toString()
                    .contains(
                        SignedMessages.own("alice", SignatureAlgorithm.HMAC_SHA256).secret()));
  }

  @Test
  void aRefusalAsksForWhatItDemandsInAFieldOfItsOwn() {
    assertThat(signatures.challenge(null)).isEmpty();
    assertThat(signatures.requests(get("/me")).get(0).value())
        .matches("gatehouse=\\(\"@method\" \"@target-uri\"\\);created;nonce=\"[\\w-]{22}\"");
    assertThat(signatures.requests(post("sha-256")).get(0).value())
        .startsWith("gatehouse=(\"@method\" \"@target-uri\" \"content-digest\");");
  }
}
