package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.SignedRequests.NOW;
import static dev.gatehouse.server.authn.SignedRequests.SCOPE;
import static dev.gatehouse.server.authn.SignedRequests.replaced;
import static dev.gatehouse.server.authn.SignedRequests.scope;
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
import dev.gatehouse.server.sigv4.SignedQuery;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PresignedAuthenticatorTest {
  private static final String HOUR = "3600";

  private final PresignedAuthenticator presigned =
      new PresignedAuthenticator(DemoIdentity.identity(), DemoIdentity.clock());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static Arrival signed(Arrival arrival) {
    return signed(arrival, SCOPE, NOW, HOUR, List.of("host"));
  }

  private static Arrival signed(
      Arrival arrival, CredentialScope scope, String at, String lifetime, List<String> headers) {
    return signed(
        arrival,
        scope,
        at,
        lifetime,
        headers,
        DemoIdentity.secret("alice", "hmac.accessKey"),
        DemoIdentity.secret("alice", "hmac.secretKey"));
  }

  private static Arrival signed(
      Arrival arrival,
      CredentialScope scope,
      String at,
      String lifetime,
      List<String> headers,
      String accessKey,
      String secretKey) {
    String target =
        arrival.target()
            + (arrival.query().isEmpty() ? "?" : "&")
            + SignedQuery.unsigned(accessKey, scope, at, lifetime, headers);
    String toSign =
        SigV4.stringToSign(
            at,
            scope,
            SignedQuery.canonical(
                arrival.method(),
                target,
                arrival.headers(),
                headers,
                SigV4.sha256(arrival.body())));
    return to(target + "&X-Amz-Signature=" + SigV4.signature(secretKey, scope, toSign), arrival);
  }

  private Verification judged(Arrival arrival) {
    return judge(presigned, arrival);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/calendars/alice-work/events?from=2026-01-01T00%3A00%3A00Z&to=2027-01-01T00:00:00Z",
        "/calendars/caf%C3%A9?name=a+b%20c%2Bd&x"
      })
  void aPreSignedUrlProvesThePersonWhoMadeIt(String target) {
    assertVerification(judged(signed(get(target)))).proves("alice");
  }

  @Test
  void itMayBeUsedAgainUntilItEnds() {
    Arrival arrival = signed(get("/me"));

    assertVerification(judged(arrival)).proves("alice");
    DemoIdentity.clock().advance(Duration.ofSeconds(3_599));
    assertVerification(judged(arrival)).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Signature=00",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "X-Amz-Algorithm=AWS4-HMAC-SHA1&X-Amz-Credential=a/20261124/local/calendar/aws4_request"
            + "&X-Amz-Date=20261124T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + "0000000000000000000000000000000000000000000000000000000000000000",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/20261124/local/calendar/aws4_request"
            + "&X-Amz-Date=today&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + "0000000000000000000000000000000000000000000000000000000000000000",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/20261124/local/calendar/aws4_request"
            + "&X-Amz-Date=20261124T120000Z&X-Amz-Expires=-1&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + "0000000000000000000000000000000000000000000000000000000000000000"
      })
  void whatIsNotWrittenSoIsRefusedAtTheWellFormedCheck(String query) {
    assertVerification(judged(get("/me?" + query))).isRefusedAt("presigned.well-formed");
  }

  @Test
  void aParameterThatComesTwiceIsRefusedAtTheWellFormedCheck() {
    Arrival arrival = signed(get("/me"));

    for (String twice : List.of("X-Amz-Expires=3600", "X-Amz-Signature=00", "X-Amz-D%61te=x")) {
      assertVerification(judged(to(arrival.target() + "&" + twice, arrival)))
          .isRefusedAt("presigned.well-formed");
    }
  }

  @Test
  void aRequestThatChangesSomethingIsRefusedAtTheMethodCheck() {
    Arrival reading = get("/calendars/alice-work");
    Arrival deleting =
        replaced(reading, "DELETE", reading.target(), reading.headers(), reading.body());
    Arrival carrying =
        replaced(reading, "GET", reading.target(), reading.headers(), "{}".getBytes(UTF_8));

    assertVerification(judged(signed(deleting))).isRefusedAt("presigned.method");
    assertVerification(judged(signed(carrying))).isRefusedAt("presigned.method");
  }

  @Test
  void anAccessKeyThatNobodyIssuedIsRefusedAtTheKnownCheck() {
    Arrival arrival = signed(get("/me"), SCOPE, NOW, HOUR, List.of("host"), "AKID", "secret");

    assertVerification(judged(arrival)).isRefusedAt("presigned.known");
  }

  @Test
  void whatIsSignedForElsewhereIsRefusedAtTheScopeCheck() {
    CredentialScope yesterday =
        new CredentialScope("20261123", SCOPE.region(), SCOPE.service(), SCOPE.termination());

    for (CredentialScope other :
        List.of(
            scope("us-east-1", SigningKey.SERVICE), scope(SigningKey.REGION, "s3"), yesterday)) {
      assertVerification(judged(signed(get("/me"), other, NOW, HOUR, List.of("host"))))
          .isRefusedAt("presigned.scope");
    }
  }

  @Test
  void oneFromTheFutureIsRefusedAtTheDateCheck() {
    assertVerification(judged(signed(get("/me"), SCOPE, "20261124T120501Z", HOUR, List.of("host"))))
        .isRefusedAt("presigned.date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "604801", "999999999"})
  void oneThatNeverOrHardlyEndsIsRefusedAtTheLifetimeCheck(String lifetime) {
    assertVerification(judged(signed(get("/me"), SCOPE, NOW, lifetime, List.of("host"))))
        .isRefusedAt("presigned.lifetime");
  }

  @Test
  void oneForSevenDaysIsGoodForSevenDays() {
    Arrival arrival = signed(get("/me"), SCOPE, NOW, "604800", List.of("host"));
    DemoIdentity.clock().advance(Duration.ofDays(7).minusSeconds(1));

    assertVerification(judged(arrival)).proves("alice");
  }

  @Test
  void oneThatHasEndedIsRefusedAtTheExpiryCheck() {
    Arrival arrival = signed(get("/me"));
    DemoIdentity.clock().advance(Duration.ofHours(1));

    assertVerification(judged(arrival)).isRefusedAt("presigned.expiry");
  }

  @Test
  void aHostThatIsNotSignedIsRefusedAtTheSignedHeadersCheck() {
    Arrival arrival = get("/me", "X-Amz-Meta", "a");

    for (List<String> names : List.of(List.of("x-amz-meta"), List.of("host"))) {
      assertVerification(judged(signed(arrival, SCOPE, NOW, HOUR, names)))
          .isRefusedAt("presigned.signed-headers");
    }
    assertVerification(judged(with(signed(get("/me")), "X-Amz-Meta", "a")))
        .isRefusedAt("presigned.signed-headers");
  }

  @Test
  void aLongerLifetimeThanWasSignedIsRefusedAtTheSignatureCheck() {
    Arrival arrival = signed(get("/me"));
    String longer = arrival.target().replace("X-Amz-Expires=3600", "X-Amz-Expires=86400");

    assertVerification(judged(to(longer, arrival))).isRefusedAt("presigned.signature");
  }

  @Test
  void anotherTargetMethodHostOrSecretIsRefusedAtTheSignatureCheck() {
    Arrival arrival = signed(get("/me?a=1"));

    assertVerification(judged(to(arrival.target().replace("/me", "/calendars"), arrival)))
        .isRefusedAt("presigned.signature");
    assertVerification(judged(to(arrival.target().replace("a=1", "a=2"), arrival)))
        .isRefusedAt("presigned.signature");
    assertVerification(judged(to(arrival.target() + "&b", arrival)))
        .isRefusedAt("presigned.signature");
    assertVerification(
            judged(replaced(arrival, "HEAD", arrival.target(), arrival.headers(), arrival.body())))
        .isRefusedAt("presigned.signature");
    assertVerification(
            judged(
                signed(
                    get("/me"),
                    SCOPE,
                    NOW,
                    HOUR,
                    List.of("host"),
                    DemoIdentity.secret("alice", "hmac.accessKey"),
                    DemoIdentity.secret("bob", "hmac.secretKey"))))
        .isRefusedAt("presigned.signature");
  }

  @Test
  void aKeyOfSomebodyWhoHasGoneIsRefusedAtThePersonCheck() {
    SigningKey orphan = IdentityExamples.signingKey("erin");
    Arrival arrival =
        signed(
            get("/me"), SCOPE, NOW, HOUR, List.of("host"), orphan.accessKey(), orphan.secretKey());

    assertVerification(judged(arrival)).isRefusedAt("presigned.person");
  }

  @Test
  void theSignatureIsSecretInTheTraceForWhoHasItHasTheUrl() {
    Arrival arrival = signed(get("/me"));
    String signature = arrival.target().substring(arrival.target().lastIndexOf('=') + 1);

    assertThat(judged(arrival).checks())
        .flatExtracting("evidence")
        .map(Evidence.class::cast)
        .filteredOn(evidence -> evidence.value().contains(signature))
        .isNotEmpty()
        .allMatch(Evidence::secret);
  }

  @Test
  void anOrdinaryQueryIsNone() {
    assertThat(presigned.find(get("/me?from=X-Amz-Signature&x-amz-date=1"))).isEmpty();
  }
}
