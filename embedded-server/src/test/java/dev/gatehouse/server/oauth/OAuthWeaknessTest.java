package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a check taken away, what it kept back really flows. */
final class OAuthWeaknessTest {
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

  private static void weaken(String name) {
    server.weaknesses().set(name, true);
  }

  @Test
  void withoutPkceAStolenCodeIsEnough() {
    weaken("pkce-optional");

    assertThat(browser.redeem(browser.code(), "code_verifier", "x".repeat(43)).status())
        .isEqualTo(200);
  }

  @Test
  void aStrippedChallengeIsNotMissed() {
    weaken("pkce-downgrade");

    String code = browser.code("code_challenge", "", "code_challenge_method", "");

    assertThat(browser.redeem(code).failure()).isEqualTo("token.pkce");
    assertThat(browser.redeem(code, "code_verifier", "").status()).isEqualTo(200);
  }

  @Test
  void aReusableCodeGivesTokensAgain() {
    weaken("reusable-code");
    String code = browser.code();

    assertThat(browser.redeem(code).status()).isEqualTo(200);
    assertThat(browser.redeem(code).status()).isEqualTo(200);
  }

  @Test
  void anyClientRedeemsAnyCode() {
    weaken("code-any-client");
    String code = browser.code("client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK);

    assertThat(browser.redeem(code, "code_verifier", "").status()).isEqualTo(200);
    assertThat(browser.redeem(browser.code(), "code_verifier", "").failure())
        .isEqualTo("token.pkce");
  }

  @Test
  void aPrefixIsTakenForTheWhole() {
    weaken("redirect-prefix-match");

    Seen seen =
        browser.decide("allow", "redirect_uri", "https://web.example.attacker.example/take");

    assertThat(seen.location()).startsWith("https://web.example.attacker.example/take?code=");
    assertThat(browser.authorize("redirect_uri", "https://attacker.example").failure())
        .isEqualTo("authorize.redirect-uri");
  }

  @Test
  void aRefreshTokenWorksForEver() {
    weaken("no-refresh-rotation");
    String token = browser.redeem(browser.code()).text("refresh_token");

    assertThat(browser.refresh(token).status()).isEqualTo(200);
    assertThat(browser.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void aRefreshGivesMoreThanWasAgreedTo() {
    weaken("scope-not-narrowed");
    String token = browser.redeem(browser.code()).text("refresh_token");

    assertThat(browser.refresh(token, "scope", "events:write").text("scope"))
        .isEqualTo("events:write");
  }

  @Test
  void theConsentPageCanBeFramed() {
    weaken("frameable-consent");

    Seen page = browser.follow(browser.logIn(browser.follow(browser.authorize()), "alice"));
    Seen framed = browser.get("/oauth/consent?request=" + page.request(), "Sec-Fetch-Dest: iframe");

    assertThat(framed.status()).isEqualTo(200);
    assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("frame-ancestors");
    assertThat(framed.headers().firstValue("X-Frame-Options")).isEmpty();
  }

  @Test
  void anAccessTokenComesThroughTheAddressBar() {
    weaken("allow-implicit-grant");

    Seen seen = browser.decide("allow", "response_type", "token");

    assertThat(seen.location()).startsWith(Visitor.WEB_CALLBACK + "#access_token=");
    assertThat(
            browser
                .get("/me", "Authorization: Bearer " + seen.sentBack().get("access_token"))
                .status())
        .isEqualTo(200);
    assertThat(seen.sentBack()).doesNotContainKey("refresh_token");
  }

  @Test
  void aProgramSendsThePasswordOn() {
    weaken("allow-password-grant");
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "password");
    form.put("username", "alice");
    form.put("password", browser.password("alice"));
    form.put("scope", "events:read");

    Seen seen = browser.post("/oauth/token", form, browser.basic("web"));
    form.put("password", "wrong");
    Seen wrong = browser.post("/oauth/token", form, browser.basic("web"));

    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(wrong.failure()).isEqualTo("token.password");
    assertThat(wrong.error()).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "alice, coffee2, allow-password-grant, token.stored-form",
    "admin, admin, allow-password-grant, token.default-password",
    "alice, wrong, verbose-errors, token.person"
  })
  void thePasswordGrantTakesNoPasswordThatALoginRefuses(
      String name, String password, String weakness, String check) {
    weaken("allow-password-grant");
    weaken(weakness);
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "password");
    form.put("username", name);
    form.put("password", password);

    Seen seen = browser.post("/oauth/token", form, browser.basic("web"));

    assertThat(seen.failure()).isEqualTo(check);
    assertThat(seen.error()).isEqualTo("invalid_grant");
  }

  @Test
  void thePasswordGrantIsStillAskedAllTheRest() {
    weaken("allow-password-grant");
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "password");
    form.put("username", "alice");

    Seen without = browser.post("/oauth/token", form, browser.basic("web"));
    form.put("password", browser.password("alice"));
    form.put("scope", "everything");
    Seen beyond = browser.post("/oauth/token", form, browser.basic("web"));

    assertThat(without.failure()).isEqualTo("token.password-well-formed");
    assertThat(without.error()).isEqualTo("invalid_request");
    assertThat(beyond.failure()).isEqualTo("token.scope");
    assertThat(beyond.error()).isEqualTo("invalid_scope");
  }
}
