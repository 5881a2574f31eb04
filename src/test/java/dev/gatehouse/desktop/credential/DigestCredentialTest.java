package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for a challenge is a hop of its own; what is answered fits the RFC and a real server. */
final class DigestCredentialTest {
  private static final String SHA_256 =
      "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256,"
          + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
          + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
  private static final String MD5 = SHA_256.replace("SHA-256", "MD5");
  private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  private static final Workbench workbench = new Workbench(ServerOptions.onAnyPort());

  @BeforeAll
  static void start() {
    workbench.start();
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private static Hop asked(int status, String url, String... challenges) {
    List<Header> headers =
        Arrays.stream(challenges).map(value -> new Header("WWW-Authenticate", value)).toList();
    byte[] none = new byte[0];
    Draft request = new Draft("GET", url, List.of(), none);
    return new Hop(
        "",
        Instant.EPOCH,
        request,
        none,
        status,
        "",
        headers,
        none,
        none,
        Duration.ZERO,
        null,
        null);
  }

  private static String mufasa(String... challenges) throws CredentialException {
    return DigestCredential.answer(
        Map.of("username", "Mufasa", "password", "Circle of Life"),
        asked(401, "http://www.example.org/dir/index.html", challenges),
        CLIENT_NONCE);
  }

  private static Exchange send(Draft call, String... chosen) throws Exception {
    DigestCredential type = new DigestCredential();
    DemoPerson alice = workbench.server().orElseThrow().people().get(0);
    Map<String, String> values = new HashMap<>(type.valuesFor(alice));
    for (int i = 0; i < chosen.length; i += 2) {
      values.put(chosen[i], chosen[i + 1]);
    }
    return workbench.send(type, values, call);
  }

  private static Draft call(String method, String path, String body) {
    return new Draft(
        method,
        workbench.base().orElseThrow().resolve(path).toString(),
        List.of(new Header("Content-Type", "application/json")),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<String> refusal(Exchange exchange) {
    ExchangeRecord record = Objects.requireNonNull(exchange.last().record());
    return record.authentication().failure().stream().map(CheckResult::id);
  }

  private static String authorization(Exchange exchange) {
    return exchange.last().request().headers().stream()
        .filter(header -> header.name().equals("Authorization"))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theExampleOfTheRfcIsAnsweredAsItSays() throws CredentialException {
    assertThat(mufasa(SHA_256))
        .isEqualTo(
            "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\","
                + " algorithm=SHA-256, nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", nc=00000001,"
                + " cnonce=\"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ\", qop=auth,"
                + " response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\","
                + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
  }

  @Test
  void theExampleWithAHashedNameIsAnsweredAsTheErratumSays() throws CredentialException {
    String challenge =
        "Digest realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256,"
            + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\", charset=UTF-8, userhash=true";
    Map<String, String> values =
        new HashMap<>(Map.of("username", "Ja\u0308s\u00f8n Doe", "password", "Secret, or not?"));
    Hop asked = asked(401, "http://api.example.org/doe.json", challenge);
    String clientNonce = "NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v";

    String inClear = DigestCredential.answer(values, asked, clientNonce);
    values.put("name", "hashed");
    String hashed = DigestCredential.answer(values, asked, clientNonce);

    assertThat(inClear)
        .startsWith("Digest username*=UTF-8''J%C3%A4s%C3%B8n%20Doe, realm=")
        .contains("response=\"3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5\"");
    assertThat(hashed)
        .startsWith(
            "Digest username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\"")
        .endsWith(", userhash=true");
  }

  @Test
  void md5IsAnsweredOnlyIfThereIsNothingElse() throws CredentialException {
    assertThat(mufasa(MD5, SHA_256)).contains("algorithm=SHA-256");
    assertThat(mufasa(MD5))
        .contains("algorithm=MD5", "response=\"8ca523f5e9506fed4657c9700eebdbec\"");
  }

  @Test
  void theChallengeIsAskedForInAHopOfItsOwn() throws Exception {
    Exchange exchange = send(call("GET", "/me", ""));

    assertThat(exchange.hops())
        .extracting(Hop::purpose, Hop::status)
        .containsExactly(tuple("ask for a challenge", 401), tuple("the call", 200));
    assertThat(exchange.last().header("Authentication-Info")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA-256", "SHA-512-256", "SHA-256-sess", "SHA-512-256-sess"})
  void eachAlgorithmLetsItsOwnerIn(String algorithm) throws Exception {
    Exchange exchange =
        send(call("GET", "/me?a=%20b", ""), "algorithm", algorithm, "name", "hashed");

    assertThat(authorization(exchange)).contains("algorithm=" + algorithm + ",");
    assertThat(exchange.last().status()).isEqualTo(200);
  }

  @Test
  void aBodyIsProtectedWithoutBeingAskedTo() throws Exception {
    Exchange exchange = send(call("PATCH", "/calendars/alice-work", "{\"name\":\"Digest\"}"));

    assertThat(authorization(exchange)).contains("qop=auth-int");
    assertThat(exchange.last().status()).isBetween(200, 204);
  }

  @Test
  void aBodyThatIsLeftOutIsRefused() throws Exception {
    Draft call = call("PATCH", "/calendars/alice-work", "{\"name\":\"Digest\"}");

    assertThat(refusal(send(call, "qop", "auth"))).containsExactly("digest.qop");
  }

  @Test
  void md5IsRefusedUnlessItsWeaknessIsOn() throws Exception {
    Draft call = call("GET", "/me", "");
    assertThat(refusal(send(call, "algorithm", "MD5"))).containsExactly("digest.algorithm");

    workbench.server().orElseThrow().weaknesses().set("digest-accept-md5", true);
    Exchange weak = send(call, "algorithm", "MD5");
    workbench.server().orElseThrow().weaknesses().clear();

    assertThat(weak.last().status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordIsRefusedAtTheResponse() throws Exception {
    assertThat(refusal(send(call("GET", "/me", ""), "password", "wrong")))
        .containsExactly("digest.response");
  }

  @Test
  void aCallThatIsOpenToEverybodyEndsWithTheFirstHop() throws Exception {
    Exchange exchange = send(call("GET", "/health", ""));

    assertThat(exchange.hops()).hasSize(1);
    assertThat(exchange.last().status()).isEqualTo(200);
  }

  @Test
  void aServerThatOffersNoDigestIsToldInWords() {
    assertThatThrownBy(() -> mufasa("Basic realm=\"x\"", "Digest realm=\"x\", algorithm=SHA-9"))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("does not offer Digest");
  }

  @Test
  void aChallengeWithoutQopIsToldInWords() {
    assertThatThrownBy(() -> mufasa("Digest realm=\"x\", nonce=\"y\""))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("qop");
  }
}
