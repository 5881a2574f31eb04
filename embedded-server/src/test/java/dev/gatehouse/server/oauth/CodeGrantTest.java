package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redeeming a code (RFC 6749 §4.1.3) and what comes of it. */
final class CodeGrantTest {
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

  private static JsonNode claims(String token) {
    try {
      return JsonMapper.builder()
          .build()
          .readTree(
              new String(
                  Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(token, e);
    }
  }

  @Test
  void theVerifierOfTheRfcHasTheChallengeOfTheRfc() {
    assertThat(Pkce.challengeOf(Visitor.VERIFIER)).isEqualTo(Visitor.CHALLENGE);
  }

  @Test
  void aCodeIsRedeemedForTokensThatOpenTheCalendarApi() {
    Seen seen = browser.redeem(browser.code());

    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.exchange().authentication().type()).isEqualTo("oauth-code");
    assertThat(seen.exchange().authentication().principal().orElseThrow().id()).isEqualTo("web");
    assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
    String bearer = "Authorization: Bearer " + seen.text("access_token");
    assertThat(browser.get("/calendars/alice-work/events", bearer).status()).isEqualTo(200);
    assertThat(
            browser
                .get("/calendars", bearer)
                .exchange()
                .authorization()
                .denial()
                .orElseThrow()
                .id())
        .isEqualTo("scope");
  }

  @Test
  void anAccessTokenSaysWhoseItIsAndForWhom() {
    JsonNode claims = claims(browser.redeem(browser.code()).text("access_token"));

    assertThat(claims.path("iss").asText()).isEqualTo(server.http().toString());
    assertThat(claims.path("aud").asText()).isEqualTo("calendar-api");
    assertThat(claims.path("sub").asText()).isEqualTo("alice");
    assertThat(claims.path("client_id").asText()).isEqualTo("web");
    assertThat(claims.path("scope").asText()).isEqualTo("events:read openid");
  }

  @Test
  void anIdTokenBelongsToItsAccessTokenAndItsRequest() {
    Seen seen = browser.redeem(browser.code());
    JsonNode claims = claims(seen.text("id_token"));

    assertThat(claims.path("aud").asText()).isEqualTo("web");
    assertThat(claims.path("nonce").asText()).isEqualTo("n-0S6");
    assertThat(claims.path("at_hash").asText())
        .isEqualTo(IdTokens.halfHashOf(seen.text("access_token")));
    assertThat(claims.path("auth_time").asLong()).isPositive();
  }

  @Test
  void theHalfHashIsThatOfThePublishedExample() {
    // OpenID Connect Core 1.0 appendix A.3.
    assertThat(IdTokens.halfHashOf("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"))
        .isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
  }

  @Test
  void anIdTokenOpensNothing() {
    String idToken = browser.redeem(browser.code()).text("id_token");

    assertThat(browser.get("/me", "Authorization: Bearer " + idToken).failure())
        .isEqualTo("jwt.typ");
  }

  @Test
  void userinfoTellsAsMuchAsTheScopesSay() {
    Seen seen = browser.redeem(browser.code("scope", "openid profile email"));
    Seen info =
        browser.get("/oauth/userinfo", "Authorization: Bearer " + seen.text("access_token"));

    assertThat(info.json().path("email").asText()).isEqualTo("alice@example.com");
    Seen less = browser.redeem(browser.code("scope", "openid"));
    assertThat(
            browser
                .get("/oauth/userinfo", "Authorization: Bearer " + less.text("access_token"))
                .body())
        .isEqualTo("{\"sub\":\"alice\"}");
  }

  @Test
  void withoutOpenidThereIsNoIdToken() {
    Seen seen = browser.redeem(browser.code("scope", "events:read"));

    assertThat(seen.json().has("id_token")).isFalse();
    assertThat(
            browser
                .get("/oauth/userinfo", "Authorization: Bearer " + seen.text("access_token"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void aCodeThatWasNeverIssuedIsRefused() {
    assertRefused(browser.redeem("gh_code_made-up"), "token.code-known", "invalid_grant");
  }

  @Test
  void aCodeOfAnotherClientIsRefused() {
    String code = browser.code("client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK);

    assertRefused(browser.redeem(code), "token.code-client", "invalid_grant");
  }

  @Test
  void aCodeWithAnotherRedirectUriIsRefused() {
    String code = browser.code();

    assertRefused(
        browser.redeem(code, "redirect_uri", "http://127.0.0.1:8095/callback"),
        "token.redirect-uri",
        "invalid_grant");
    assertRefused(browser.redeem(code, "redirect_uri", ""), "token.redirect-uri", "invalid_grant");
  }

  @Test
  void aCodeWithoutTheVerifierIsRefused() {
    String code = browser.code();

    assertRefused(browser.redeem(code, "code_verifier", ""), "token.pkce", "invalid_grant");
    assertRefused(
        browser.redeem(code, "code_verifier", "x".repeat(43)), "token.pkce", "invalid_grant");
    assertThat(browser.redeem(code).status()).isEqualTo(200);
  }

  @Test
  void aCodeThatComesTwiceEndsTheTokensOfTheFirst() {
    String code = browser.code();
    Seen first = browser.redeem(code);

    assertRefused(browser.redeem(code), "token.code-unused", "invalid_grant");
    assertThat(browser.get("/me", "Authorization: Bearer " + first.text("access_token")).failure())
        .isEqualTo("jwt.not-revoked");
    assertRefused(
        browser.refresh(first.text("refresh_token")), "token.refresh-active", "invalid_grant");
  }

  @Test
  void whatWasSentIsMaskedInTheRecord() {
    Seen seen = browser.redeem(browser.code());

    assertThat(seen.exchange().authentication().checks())
        .filteredOn(check -> check.id().equals("token.code-known"))
        .singleElement()
        .satisfies(check -> assertThat(check.evidence().get(0).secret()).isTrue());
  }

  @Test
  void anUnknownGrantIsRefused() {
    assertRefused(
        browser.post("/oauth/token", Map.of("grant_type", "magic"), browser.basic("web")),
        "token.grant-type",
        "unsupported_grant_type");
    assertRefused(
        browser.post("/oauth/token", Map.of("grant_type", "password"), browser.basic("web")),
        "token.grant-type",
        "unsupported_grant_type");
  }

  @Test
  void aGrantForWhichAClientIsNotRegisteredIsRefused() {
    assertRefused(
        browser.post(
            "/oauth/token", Map.of("grant_type", "client_credentials"), browser.basic("web")),
        "token.grant-client",
        "unauthorized_client");
  }

  @Test
  void aRequestThatIsNoFormIsRefused() {
    assertRefused(
        browser.postText("/oauth/token", "grant_type=a&grant_type=b"),
        "request.well-formed",
        "invalid_request");
  }

  private static void assertRefused(Seen seen, String check, String error) {
    assertThat(seen.failure()).as(seen.body()).isEqualTo(check);
    assertThat(seen.error()).isEqualTo(error);
    assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
  }
}
