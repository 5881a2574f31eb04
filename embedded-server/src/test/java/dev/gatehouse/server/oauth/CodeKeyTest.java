package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes that only who has a key can redeem (RFC 9449 §10). */
final class CodeKeyTest {
  private static final ProofKey KEY = ProofKey.make(JwsAlgorithm.ES256);
  private static final ProofKey ANOTHER = ProofKey.make(JwsAlgorithm.ES256);

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

  private static KeyProofs proofs() {
    return new KeyProofs(server.http());
  }

  private Seen redeem(String code, ProofKey key) {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            Visitor.WEB_CALLBACK,
            "code_verifier",
            Visitor.VERIFIER);
    return proofs().post(browser, "/oauth/token", form, key, browser.basic("web"));
  }

  private Seen push(ProofKey key, String... changes) {
    return proofs()
        .post(browser, "/oauth/par", Visitor.authorization(changes), key, browser.basic("web"));
  }

  private String codeOfPushed(Seen pushed) {
    Seen login =
        browser.follow(
            browser.get(
                "/oauth/authorize?"
                    + Visitor.encoded(
                        Map.of("client_id", "web", "request_uri", pushed.text("request_uri")))));
    Seen consent = browser.follow(browser.logIn(login, "alice"));
    return browser
        .post("/oauth/consent", Map.of("request", consent.request(), "decision", "allow"))
        .sentBack()
        .get("code");
  }

  @Test
  void aCodeThatIsBoundToAKeyIsRedeemedWithThatKeyAlone() {
    String code = browser.code("dpop_jkt", KEY.thumbprint());

    assertThat(browser.redeem(code).failure()).isEqualTo("token.code-key");
    assertThat(redeem(code, ANOTHER).failure()).isEqualTo("token.code-key");
    Seen redeemed = redeem(code, KEY);
    assertThat(redeemed.failure()).isEqualTo("-");
    assertThat(redeemed.text("token_type")).isEqualTo("DPoP");
  }

  @Test
  void theRefusalIsThatOfAGrant() {
    Seen seen = browser.redeem(browser.code("dpop_jkt", KEY.thumbprint()));

    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.error()).isEqualTo("invalid_grant");
  }

  @Test
  void aKeyIsNamedByItsThumbprint() {
    Seen seen = browser.authorize("dpop_jkt", "my-key");

    assertThat(seen.failure()).isEqualTo("authorize.dpop-jkt");
    assertThat(seen.sentBack()).containsEntry("error", "invalid_request");
  }

  @Test
  void aPushedRequestMayNameTheKeyToo() {
    Seen pushed =
        browser.post(
            "/oauth/par",
            Visitor.authorization("dpop_jkt", KEY.thumbprint()),
            browser.basic("web"));
    String code = codeOfPushed(pushed);

    assertThat(browser.redeem(code).failure()).isEqualTo("token.code-key");
    assertThat(redeem(code, KEY).failure()).isEqualTo("-");
  }

  @Test
  void theProofOfAPushedRequestNamesTheKeyAsWell() {
    String code = codeOfPushed(push(KEY));

    assertThat(redeem(code, ANOTHER).failure()).isEqualTo("token.code-key");
    assertThat(redeem(code, KEY).failure()).isEqualTo("-");
  }

  @Test
  void aPushedRequestThatNamesAnotherKeyThanItsProofIsRefused() {
    assertThat(push(KEY, "dpop_jkt", KEY.thumbprint()).status()).isEqualTo(201);

    Seen seen = push(KEY, "dpop_jkt", ANOTHER.thumbprint());

    assertThat(seen.failure()).isEqualTo("par.dpop-jkt");
    assertThat(seen.error()).isEqualTo("invalid_request");
  }

  @Test
  void aWrongProofOfAPushedRequestIsRefusedAsSuch() {
    Seen seen =
        browser.post(
            "/oauth/par",
            Visitor.authorization(),
            browser.basic("web"),
            "DPoP: " + proofs().of(KEY, "GET", "/oauth/par", Map.of()));

    assertThat(seen.failure()).isEqualTo("dpop.htm");
    assertThat(seen.error()).isEqualTo("invalid_dpop_proof");
  }
}
