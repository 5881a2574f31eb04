package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.DemoTokens.bearer;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.server.http.OpenRoutes;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.Signatures;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that say themselves with which key they are to be verified. */
final class JwtBroughtKeysTest {
  /** A token about Alice, and the weakness of a server that takes it for hers. */
  record Brought(String weakness, String token) {
    @Override
    public String toString() {
      return weakness;
    }
  }

  private static final ProofKey OWN = ProofKey.make(JwsAlgorithm.ES256);
  private static final AtomicInteger FETCHED = new AtomicInteger();

  private static HttpServer keySet;

  private final JwtAuthenticator jwt = DemoTokens.authenticator();

  @BeforeAll
  static void publish() throws IOException {
    keySet = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    serve("/keys", 200, "{\"keys\":[" + OWN.publicJwk().put("kid", "mine") + "]}");
    serve("/secret", 200, "{\"kty\":\"oct\",\"kid\":\"mine\",\"k\":\"" + "A".repeat(43) + "\"}");
    serve("/page", 200, "<html>");
    serve("/gone", 404, "");
    keySet.start();
  }

  private static void serve(String path, int status, String body) {
    keySet.createContext(
        path,
        exchange -> {
          FETCHED.incrementAndGet();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterAll
  static void close() {
    keySet.stop(0);
  }

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
    FETCHED.set(0);
  }

  static Stream<Brought> tokens() throws Exception {
    HeldCertificate certificate = new HeldCertificate.Builder().build();
    String x5c = Base64.getEncoder().encodeToString(certificate.certificate().getEncoded());
    String sql = "' UNION SELECT 'a secret of at least thirty-two bytes' --";
    return Stream.of(
        new Brought("trust-embedded-jwk", byOwn(header().set("jwk", OWN.publicJwk()))),
        new Brought("follow-jku", linked("/keys")),
        new Brought(
            "trust-x5c",
            signed(
                header().set("x5c", header().arrayNode().add(x5c)),
                JwsAlgorithm.ES256,
                certificate.keyPair().getPrivate())),
        new Brought("kid-as-path", shared("../../http/openapi.yaml", OpenRoutes.openApi())),
        new Brought("kid-in-sql", shared(sql, "a secret of at least thirty-two bytes")));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aHardenedServerDoesNotLookForTheKey(Brought brought) {
    assertVerification(judge(jwt, bearer(brought.token()))).isRefusedAt("jwt.key-known");
    assertThat(FETCHED).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aServerWithTheWeaknessVerifiesWithTheKey(Brought brought) {
    Verification verification = judge(jwt, bearer(brought.token()), brought.weakness());

    assertVerification(verification).proves("alice");
    assertThat(Arrivals.outcome(verification, "jwt.key-known")).isEqualTo(Outcome.SKIPPED);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void noOtherWeaknessHasTheKeyLookedFor(Brought brought) {
    jwt.checks().stream()
        .flatMap(check -> check.weaknesses().stream())
        .filter(weakness -> !weakness.name().equals(brought.weakness()))
        .forEach(
            weakness ->
                assertThat(judge(jwt, bearer(brought.token()), weakness.name()).principal())
                    .as(weakness.name())
                    .isEmpty());
    assertThat(FETCHED).hasValue(0);
  }

  @Test
  void aKeySetIsFetchedOnceForAToken() {
    judge(jwt, bearer(linked("/keys")), "follow-jku");

    assertThat(FETCHED).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/secret", "/page", "/gone"})
  void whatIsNoSetOfPublicKeysIsRefusedAtTheFitCheck(String path) {
    assertThat(stoppedBy(linked(path), "follow-jku")).isEqualTo("jwt.key-fits-alg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "file:///etc/passwd", "http://example.com/", "jar:file:/a!/b"})
  void anAddressThatIsNotSafeIsNotFollowed(String jku) {
    assertThat(stoppedBy(byOwn(header().put("jku", jku)), "follow-jku"))
        .isEqualTo("jwt.key-fits-alg");
  }

  @Test
  void aTokenThatBringsAKeyAndAnAddressHasOnlyOneOfThemLookedAt() {
    String both =
        byOwn(
            header()
                .put("jku", "http://127.0.0.1:" + keySet.getAddress().getPort() + "/keys")
                .set("jwk", OWN.publicJwk()));

    assertVerification(judge(jwt, bearer(both), "trust-embedded-jwk")).proves("alice");
    assertVerification(judge(jwt, bearer(both), "follow-jku")).isRefusedAt("jwt.key-known");
    assertThat(FETCHED).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "not Base64"})
  void whatIsNoCertificateIsRefusedAtTheFitCheck(String x5c) {
    String token = byOwn(header().set("x5c", header().arrayNode().add(x5c)));

    assertThat(stoppedBy(token, "trust-x5c")).isEqualTo("jwt.key-fits-alg");
  }

  /** The check that fails although the one for the key was taken away. */
  private String stoppedBy(String token, String weakness) {
    return judge(jwt, bearer(token), weakness).failure().orElseThrow().id();
  }

  private static ObjectNode header() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("typ", "at+jwt")
        .put("alg", "ES256")
        .put("kid", "mine");
  }

  private static String linked(String path) {
    String jku = "http://127.0.0.1:" + keySet.getAddress().getPort() + path;
    return byOwn(header().put("jku", jku));
  }

  private static String byOwn(Object header) {
    return OWN.sign(header.toString(), DemoTokens.part(DemoTokens.of("alice"), 1));
  }

  private static String shared(String kid, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return signed(
        header().put("alg", "HS256").put("kid", kid),
        JwsAlgorithm.HS256,
        new SecretKeySpec(bytes, "HMAC"));
  }

  private static String signed(Object header, JwsAlgorithm algorithm, Key key) {
    String text =
        DemoTokens.encoded(header.toString())
            + "."
            + DemoTokens.encoded(DemoTokens.part(DemoTokens.of("alice"), 1));
    byte[] signature = Signatures.sign(algorithm, key, text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + Base64Url.encode(signature);
  }
}
