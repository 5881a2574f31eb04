package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.post;
import static dev.gatehouse.server.authn.SignedRequests.NOW;
import static dev.gatehouse.server.authn.SignedRequests.SCOPE;
import static dev.gatehouse.server.authn.SignedRequests.carrying;
import static dev.gatehouse.server.authn.SignedRequests.scope;
import static dev.gatehouse.server.authn.SignedRequests.signed;
import static dev.gatehouse.server.authn.SignedRequests.to;
import static dev.gatehouse.server.authn.SignedRequests.with;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.IdentityExamples;
import dev.gatehouse.server.identity.SigningKey;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HmacAuthenticatorTest {
  private static final String STATED = "X-Amz-Content-Sha256";

  private static final String ZEROS =
      "0000000000000000000000000000000000000000000000000000000000000000";

  private final HmacAuthenticator hmac =
      new HmacAuthenticator(DemoIdentity.identity(), DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static Arrival dated(String timestamp) {
    return signed(get("/me", "X-Amz-Date", timestamp), SCOPE);
  }

  private static String digest(String body) {
    return SigV4.sha256(body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/calendars/alice-work/events?from=2026-01-01T00%3A00%3A00Z&to=2027-01-01T00:00:00Z",
        "/calendars/alice-work/events?to=b&from=a&from=&x",
        "/calendars/caf%C3%A9?name=a+b%20c%2Bd"
      })
  void aSignedRequestProvesThePerson(String target) {
    assertVerification(judge(hmac, signed(get(target)))).proves("alice");
  }

  @Test
  void aSignedRequestWithABodyProvesThePerson() {
    assertVerification(judge(hmac, signed(post("/calendars", "{}", "Content-Type", "a/b"))))
        .proves("alice");
    assertVerification(judge(hmac, signed(post("/calendars", "{}", STATED, digest("{}")))))
        .proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Signature=00",
        "Credential=a/20261124/local/calendar/aws4_request, SignedHeaders=host, Signature=00",
        "Credential=a/today/local/calendar/aws4_request, SignedHeaders=host, Signature=" + ZEROS,
        "Credential=a/20261124/local/calendar, SignedHeaders=host, Signature=" + ZEROS,
        "Credential=a/20261124/local/calendar/aws4_request, SignedHeaders=Host, Signature=" + ZEROS,
        "Credential=a/20261124/local/calendar/aws4_request SignedHeaders=host Signature=" + ZEROS
      })
  void whatIsNotWrittenSoIsRefusedAtTheWellFormedCheck(String credentials) {
    Arrival arrival = get("/me", "Authorization", "AWS4-HMAC-SHA256 " + credentials);

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.well-formed");
  }

  @Test
  void anAccessKeyThatNobodyIssuedIsRefusedAtTheKnownCheck() {
    Arrival arrival =
        signed(
            get("/me", "X-Amz-Date", NOW), SCOPE, List.of("host", "x-amz-date"), "AKID", "secret");

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.known");
  }

  @Test
  void whatIsSignedForElsewhereIsRefusedAtTheScopeCheck() {
    Arrival unsigned = get("/me", "X-Amz-Date", NOW);
    CredentialScope yesterday =
        new CredentialScope("20261123", SCOPE.region(), SCOPE.service(), SCOPE.termination());
    CredentialScope unfinished =
        new CredentialScope(SCOPE.date(), SCOPE.region(), SCOPE.service(), "aws5_request");

    for (CredentialScope other :
        List.of(
            scope("us-east-1", SigningKey.SERVICE),
            scope(SigningKey.REGION, "s3"),
            yesterday,
            unfinished)) {
      assertVerification(judge(hmac, signed(unsigned, other))).isRefusedAt("hmac.scope");
    }
  }

  @Test
  void aRequestSignedLongAgoIsRefusedAtTheDateCheck() {
    Arrival arrival = signed(get("/me"));
    DemoIdentity.clock().advance(HmacAuthenticator.WINDOW.plusSeconds(1));

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.date");
  }

  @Test
  void aRequestFromTheFutureIsRefusedAtTheDateCheck() {
    assertVerification(judge(hmac, dated("20261124T120501Z"))).isRefusedAt("hmac.date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261124", "20261124T120000", "20261124T240000Z", "20261124T1200Z"})
  void aDateThatIsNotWrittenSoIsRefusedAtTheDateCheck(String timestamp) {
    assertVerification(judge(hmac, dated(timestamp))).isRefusedAt("hmac.date");
  }

  @Test
  void aRequestWithoutADateOrWithTwoIsRefusedAtTheDateCheck() {
    assertVerification(judge(hmac, signed(get("/me"), SCOPE))).isRefusedAt("hmac.date");
    assertVerification(judge(hmac, signed(get("/me", "X-Amz-Date", NOW, "X-Amz-Date", NOW), SCOPE)))
        .isRefusedAt("hmac.date");
  }

  @Test
  void aDateWithinTheWindowIsTakenOnEitherSide() {
    assertVerification(judge(hmac, dated("20261124T115500Z"))).proves("alice");
    assertVerification(judge(hmac, dated("20261124T120500Z"))).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "x-amz-date",
        "host;x-amz-date",
        "content-type;host;x-amz-date;x-more",
        "x-amz-date;host;content-type",
        "content-type;host;host;x-amz-date"
      })
  void anUnsignedHeaderThatMattersIsRefusedAtTheSignedHeadersCheck(String signedHeaders) {
    Arrival arrival = post("/calendars", "{}", "Content-Type", "a/b", "X-Amz-Date", NOW);

    assertVerification(judge(hmac, signed(arrival, SCOPE, List.of(signedHeaders.split(";", -1)))))
        .isRefusedAt("hmac.signed-headers");
  }

  @Test
  void aHeaderOfAmazonsThatIsAddedLaterIsRefusedAtTheSignedHeadersCheck() {
    assertVerification(judge(hmac, with(signed(get("/me")), "X-Amz-Meta", "a")))
        .isRefusedAt("hmac.signed-headers");
  }

  @Test
  void anotherBodyThanTheStatedOneIsRefusedAtTheBodyCheck() {
    Arrival arrival = signed(post("/calendars", "{}", STATED, digest("{}")));

    assertVerification(judge(hmac, carrying("{\"a\":1}".getBytes(UTF_8), arrival)))
        .isRefusedAt("hmac.body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "", "e3b0c44298fc1c14"})
  void aBodyThatIsNotSaidToBeSignedIsRefusedAtTheBodyCheck(String stated) {
    assertVerification(judge(hmac, signed(post("/calendars", "{}", STATED, stated))))
        .isRefusedAt("hmac.body");
  }

  @Test
  void anotherBodyIsRefusedAtTheSignatureIfNoneWasStated() {
    Arrival arrival = signed(post("/calendars", "{}"));

    assertVerification(judge(hmac, carrying("{\"a\":1}".getBytes(UTF_8), arrival)))
        .isRefusedAt("hmac.signature");
  }

  @Test
  void anotherBodyIsTakenByAServerWithThatWeakness() {
    Arrival arrival =
        carrying("[]".getBytes(UTF_8), signed(post("/calendars", "{}", STATED, digest("{}"))));

    assertVerification(judge(hmac, arrival, "hmac-body-unsigned")).proves("alice");
  }

  @Test
  void aSignatureByAnotherSecretIsRefusedAtTheSignatureCheck() {
    String alices = DemoIdentity.secret("alice", "hmac.accessKey");
    String bobs = DemoIdentity.secret("bob", "hmac.secretKey");
    Arrival arrival =
        signed(get("/me", "X-Amz-Date", NOW), SCOPE, List.of("host", "x-amz-date"), alices, bobs);

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calendars?a=1", "/me?a=2", "/me?a=1&b=", "/me", "/m%65?a=1", "/me?A=1"})
  void aSignatureForAnotherTargetIsRefusedAtTheSignatureCheck(String target) {
    assertVerification(judge(hmac, to(target, signed(get("/me?a=1")))))
        .isRefusedAt("hmac.signature");
  }

  @Test
  void anotherMethodIsRefusedAtTheSignatureCheck() {
    Arrival arrival = signed(get("/me"));

    assertVerification(
            judge(
                hmac,
                SignedRequests.replaced(
                    arrival, "DELETE", arrival.target(), arrival.headers(), arrival.body())))
        .isRefusedAt("hmac.signature");
  }

  @Test
  void aRequestThatIsSentAgainIsRefusedAtTheUnusedCheck() {
    Arrival arrival = signed(get("/me"));
    assertVerification(judge(hmac, arrival)).proves("alice");

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.unused");
  }

  @Test
  void aRequestFromTheFutureStaysUsedForAsLongAsItsDateIsGood() {
    Arrival arrival = dated("20261124T120500Z");
    assertVerification(judge(hmac, arrival)).proves("alice");

    DemoIdentity.clock().advance(HmacAuthenticator.WINDOW.multipliedBy(2));

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.unused");
  }

  @Test
  void anOldRequestIsTakenAgainAndAgainByAServerWithoutAWindow() {
    Arrival arrival = signed(get("/me"));
    DemoIdentity.clock().advance(Duration.ofDays(30));

    for (int i = 0; i < 2; i++) {
      Verification verification = judge(hmac, arrival, "hmac-no-window");
      assertVerification(verification).proves("alice");
      assertThat(Arrivals.outcome(verification, "hmac.date")).isEqualTo(Outcome.SKIPPED);
    }
  }

  @Test
  void aKeyOfSomebodyWhoHasGoneIsRefusedAtThePersonCheck() {
    SigningKey orphan = IdentityExamples.signingKey("erin");
    Arrival arrival =
        signed(
            get("/me", "X-Amz-Date", NOW),
            SCOPE,
            List.of("host", "x-amz-date"),
            orphan.accessKey(),
            orphan.secretKey());

    assertVerification(judge(hmac, arrival)).isRefusedAt("hmac.person");
  }

  @Test
  void theSignatureShowsWhatWasSignedAndKeepsTheSecret() {
    Verification verification = judge(hmac, signed(get("/me")));

    List<Evidence> evidence = Arrivals.result(verification, "hmac.signature").evidence();
    assertThat(evidence)
        .extracting(Evidence::label)
        .containsExactly("canonical request", "string to sign", "signature");
    assertThat(verification.checks())
        .flatExtracting("evidence")
        .extracting("value")
        .noneMatch(
            value -> value.toString().contains(DemoIdentity.secret("alice", "hmac.secretKey")));
  }

  @Test
  void theChallengeSaysForWhatToSign() {
    assertThat(hmac.challenge(null))
        .map(Challenge::headerValue)
        .contains("AWS4-HMAC-SHA256 realm=\"Gatehouse\", region=\"local\", service=\"calendar\"");
  }
}
