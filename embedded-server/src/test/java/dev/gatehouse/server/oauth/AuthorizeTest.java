package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of a request for authorization, and where the answer goes. */
final class AuthorizeTest {
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

  @ParameterizedTest
  @CsvSource({
    "authorize.client,client_id,nobody",
    "authorize.redirect-uri,redirect_uri,https://web.example/callback/",
    "authorize.redirect-uri,redirect_uri,https://web.example.attacker.example/callback",
    "authorize.redirect-uri,redirect_uri,http://127.0.0.1:8096/callback",
    "authorize.redirect-uri,redirect_uri,''",
    "authorize.request-uri,request_uri,urn:ietf:params:oauth:request_uri:nothing"
  })
  void whereTheAnswerWouldGoIsNotBelievedSoItIsShown(String check, String name, String value) {
    Seen seen = browser.authorize(name, value);

    assertThat(seen.failure()).isEqualTo(check);
    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.body()).contains(check);
  }

  @ParameterizedTest
  @CsvSource({
    "authorize.response-type,response_type,token,unsupported_response_type",
    "authorize.response-type,response_mode,fragment,unsupported_response_type",
    "authorize.scope,scope,events:read everything,invalid_scope",
    "authorize.scope,scope,'',invalid_scope",
    "authorize.pkce,code_challenge,'',invalid_request",
    "authorize.pkce,code_challenge_method,plain,invalid_request",
    "authorize.pkce,code_challenge_method,'',invalid_request",
    "authorize.prompt,prompt,none,login_required"
  })
  void whatIsAskedForWronglyIsToldToTheClient(
      String check, String name, String value, String error) {
    Seen seen = browser.authorize(name, value);

    assertThat(seen.failure()).isEqualTo(check);
    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).startsWith(Visitor.WEB_CALLBACK + "?");
    assertThat(seen.sentBack())
        .containsEntry("error", error)
        .containsEntry("state", "s t&te")
        .containsEntry("iss", server.http().toString());
  }

  @Test
  void aRequestMayComeAsAForm() {
    Seen seen = browser.post("/oauth/authorize", Visitor.authorization());

    assertThat(seen.failure()).isEqualTo("-");
    assertThat(seen.location()).startsWith("/oauth/login?");
  }

  @Test
  void aParameterThatComesTwiceIsRefused() {
    Seen seen = browser.get("/oauth/authorize?client_id=web&client_id=desktop");

    assertThat(seen.failure()).isEqualTo("request.well-formed");
  }

  @Test
  void aClientThatNeverAsksPeopleHasNoRedirectUri() {
    assertThat(browser.authorize("client_id", "machine").failure())
        .isEqualTo("authorize.redirect-uri");
  }

  @Test
  void aNativeClientMayUseAnyPortOfLoopback() {
    assertThat(
            browser
                .authorize("client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK)
                .failure())
        .isEqualTo("-");
    assertThat(
            browser
                .authorize("client_id", "desktop", "redirect_uri", "http://127.0.0.1:51234/other")
                .failure())
        .isEqualTo("authorize.redirect-uri");
  }

  @Test
  void theAnswerCarriesCodeAndStateAndWhoGivesIt() {
    Seen seen = browser.decide("allow");

    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.sentBack())
        .containsOnlyKeys("code", "state", "iss")
        .containsEntry("state", "s t&te")
        .containsEntry("iss", server.http().toString());
  }

  @Test
  void whoSaysNoGivesNoCode() {
    assertThat(browser.decide("deny").sentBack())
        .containsEntry("error", "access_denied")
        .containsEntry("iss", server.http().toString())
        .doesNotContainKey("code");
  }

  @Test
  void whoIsLoggedInIsAskedForConsentAtOnce() {
    browser.code();

    assertThat(browser.authorize().location()).startsWith("/oauth/consent?");
    assertThat(browser.authorize("prompt", "login", "max_age", "60").exchange().authentication())
        .satisfies(
            verification ->
                assertThat(verification.principal().orElseThrow().id()).isEqualTo("alice"));
  }

  @Test
  void whoAgreedBeforeNeedsNotBeAskedByAConfidentialClient() {
    browser.code();

    assertThat(browser.authorize("prompt", "none").sentBack()).containsKey("code");
    assertThat(browser.authorize("prompt", "none", "scope", "events:write").sentBack())
        .containsEntry("error", "consent_required");
  }

  @Test
  void aPublicClientAsksEachTime() {
    String[] desktop = {"client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK};
    browser.code(desktop);

    Seen seen =
        browser.authorize(
            "client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK, "prompt", "none");

    assertThat(seen.sentBack()).containsEntry("error", "consent_required");
  }
}
