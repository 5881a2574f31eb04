package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to the key of a proof (RFC 9449 §5). */
final class TokenBindingTest {
  private static final ProofKey KEY = ProofKey.make(JwsAlgorithm.ES256);

  private static GatehouseServer server;
  private Visitor browser;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    server.reset();
    browser = new Visitor(server);
  }

  private static String proof(ProofKey key, String method, String path, Map<String, String> more) {
    return new KeyProofs(server.http()).of(key, method, path, more);
  }

  private Seen ask(Map<String, String> form, String proof) {
    return browser.post("/oauth/token", form, "DPoP: " + proof);
  }

  /** The same with a number that the first answer has given. */
  private Seen askTwice(Map<String, String> form, ProofKey key) {
    Seen first = ask(form, proof(key, "POST", "/oauth/token", Map.of()));
    assertThat(first.failure()).isEqualTo("dpop.nonce");
    assertThat(first.error()).isEqualTo("use_dpop_nonce");
    assertThat(first.status()).isEqualTo(400);
    String nonce = first.headers().firstValue("DPoP-Nonce").orElseThrow();
    return ask(form, proof(key, "POST", "/oauth/token", Map.of("nonce", nonce)));
  }

  private Map<String, String> credentials() {
    return Map.of(
        "grant_type",
        "client_credentials",
        "client_id",
        "machine",
        "client_secret",
        browser.secret("machine"));
  }

  private static JsonNode claims(Seen seen) throws JoseException {
    byte[] payload = CompactJws.read(seen.text("access_token")).payload();
    return StrictJson.object(payload, "the token");
  }

  @Test
  void aProofBindsTheTokenToItsKeyAndTheApiTakesItWithThatKeyAlone() throws JoseException {
    Seen seen = askTwice(credentials(), KEY);

    assertThat(seen.text("token_type")).isEqualTo("DPoP");
    assertThat(claims(seen).path("cnf").path("jkt").asText()).isEqualTo(KEY.thumbprint());
    String token = seen.text("access_token");
    assertThat(call(token, KEY)).isEqualTo("-");
    assertThat(call(token, ProofKey.make(JwsAlgorithm.ES256))).isEqualTo("jwt.cnf");
    assertThat(browser.get("/me", "Authorization: Bearer " + token).failure()).isEqualTo("jwt.cnf");
  }

  private String call(String token, ProofKey key) {
    String ath = PublicJwk.sha256(token.getBytes(StandardCharsets.US_ASCII));
    String authorization = "Authorization: DPoP " + token;
    Seen asked =
        browser.get("/me", authorization, "DPoP: " + proof(key, "GET", "/me", Map.of("ath", ath)));
    String nonce = asked.headers().firstValue("DPoP-Nonce").orElseThrow();
    Map<String, String> right = Map.of("ath", ath, "nonce", nonce);
    return browser.get("/me", authorization, "DPoP: " + proof(key, "GET", "/me", right)).failure();
  }

  @Test
  void withoutAProofTheTokenIsBoundToNothing() throws JoseException {
    Seen seen = browser.post("/oauth/token", credentials());

    assertThat(seen.text("token_type")).isEqualTo("Bearer");
    assertThat(claims(seen).has("cnf")).isFalse();
    assertThat(seen.headers().firstValue("DPoP-Nonce")).isEmpty();
  }

  @Test
  void aWrongProofIsRefusedAsSuch() {
    Seen seen = ask(credentials(), proof(KEY, "POST", "/oauth/par", Map.of()));

    assertThat(seen.failure()).isEqualTo("dpop.htu");
    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.error()).isEqualTo("invalid_dpop_proof");
  }

  @Test
  void theRefreshTokenOfAClientWithoutASecretIsBoundToo() {
    String code = browser.code("client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK);
    Map<String, String> redeeming =
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            "desktop",
            "code",
            code,
            "redirect_uri",
            Visitor.DESKTOP_CALLBACK,
            "code_verifier",
            Visitor.VERIFIER);
    Map<String, String> refreshing =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "desktop",
            "refresh_token", askTwice(redeeming, KEY).text("refresh_token"));

    assertThat(browser.post("/oauth/token", refreshing).failure()).isEqualTo("token.refresh-key");
    assertThat(askTwice(refreshing, ProofKey.make(JwsAlgorithm.ES256)).failure())
        .isEqualTo("token.refresh-key");
    Seen again = askTwice(refreshing, KEY);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(
            browser
                .post(
                    "/oauth/token",
                    Visitor.with(refreshing, "refresh_token", again.text("refresh_token")))
                .failure())
        .isEqualTo("token.refresh-key");
  }

  @Test
  void introspectionTellsWhatATokenIsBoundTo() {
    String token = askTwice(credentials(), KEY).text("access_token");
    Map<String, String> form = Visitor.with(credentials(), "grant_type", "", "token", token);
    Seen seen = browser.post("/oauth/introspect", form);

    assertThat(seen.text("token_type")).isEqualTo("DPoP");
    assertThat(seen.json().path("cnf").path("jkt").asText()).isEqualTo(KEY.thumbprint());
  }

  @Test
  void theMetadataSaysWhatCanBeBound() {
    Seen seen = browser.get("/.well-known/oauth-authorization-server");

    assertThat(seen.json().path("dpop_signing_alg_values_supported").toString())
        .contains("\"ES256\"")
        .doesNotContain("HS256");
    assertThat(seen.json().path("tls_client_certificate_bound_access_tokens").asBoolean())
        .as("without TLS no certificate can be shown")
        .isFalse();
  }
}
