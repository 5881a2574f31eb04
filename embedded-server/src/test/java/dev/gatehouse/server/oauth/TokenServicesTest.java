package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pushed requests, introspection, revocation, and what the server says of itself. */
final class TokenServicesTest {
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

  private Seen push(String... changes) {
    return browser.post("/oauth/par", Visitor.authorization(changes), browser.basic("web"));
  }

  private Seen authorizePushed(String client, String name) {
    return browser.get(
        "/oauth/authorize?" + Visitor.encoded(Map.of("client_id", client, "request_uri", name)));
  }

  @Test
  void aDepositedRequestNeedsNothingButItsName() {
    Seen pushed = push();

    assertThat(pushed.status()).isEqualTo(201);
    Seen seen = authorizePushed("web", pushed.text("request_uri"));
    assertThat(seen.failure()).isEqualTo("-");
    assertThat(seen.location()).startsWith("/oauth/login");
  }

  @Test
  void itsNameIsGoodOnceAndForItsClientAlone() {
    String name = push().text("request_uri");

    assertThat(authorizePushed("desktop", name).failure()).isEqualTo("authorize.request-uri");
    assertThat(authorizePushed("web", name).failure()).isEqualTo("-");
    assertThat(authorizePushed("web", name).failure()).isEqualTo("authorize.request-uri");
  }

  @Test
  void aRequestIsJudgedWhenItIsDeposited() {
    assertRefused(push("code_challenge", ""), "authorize.pkce", "invalid_request");
    assertRefused(
        push("redirect_uri", "https://attacker.example"),
        "authorize.redirect-uri",
        "invalid_request");
    assertRefused(push("scope", "everything"), "authorize.scope", "invalid_scope");
  }

  private Seen introspect(String token) {
    return browser.post("/oauth/introspect", Map.of("token", token), browser.basic("web"));
  }

  @Test
  void introspectionTellsWhatATokenIsWorth() {
    Seen tokens = browser.redeem(browser.code());

    JsonNode access = introspect(tokens.text("access_token")).json();
    assertThat(access.path("active").asBoolean()).isTrue();
    assertThat(access.path("sub").asText()).isEqualTo("alice");
    assertThat(access.path("client_id").asText()).isEqualTo("web");
    assertThat(introspect(tokens.text("refresh_token")).json().path("active").asBoolean()).isTrue();
    String opaque = String.valueOf(server.people().get(1).secrets().get("opaqueToken"));
    assertThat(introspect(opaque).text("sub")).isEqualTo("bob");
  }

  @Test
  void ofWhatIsNoGoodTokenNothingIsTold() {
    assertThat(introspect("made-up").body()).isEqualTo("{\"active\":false}");
    assertThat(introspect(browser.redeem(browser.code()).text("id_token")).body())
        .isEqualTo("{\"active\":false}");
  }

  @Test
  void onlyClientsWithASecretMayAsk() {
    assertRefused(
        browser.post("/oauth/introspect", Map.of("token", "x", "client_id", "desktop")),
        "introspect.client",
        "invalid_client");
  }

  @Test
  void introspectionNeedsAToken() {
    assertRefused(
        browser.post("/oauth/introspect", Map.of(), browser.basic("web")),
        "introspect.token",
        "invalid_request");
  }

  private Seen revoke(String token, String client) {
    return browser.post("/oauth/revoke", Map.of("token", token), browser.basic(client));
  }

  @Test
  void aRevokedAccessTokenOpensNothing() {
    Seen tokens = browser.redeem(browser.code());

    assertThat(revoke(tokens.text("access_token"), "web").status()).isEqualTo(200);
    assertThat(browser.get("/me", "Authorization: Bearer " + tokens.text("access_token")).failure())
        .isEqualTo("jwt.not-revoked");
    assertThat(browser.refresh(tokens.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void withARefreshTokenAllEndsThatCameOfTheConsent() {
    Seen tokens = browser.redeem(browser.code());

    revoke(tokens.text("refresh_token"), "web");

    assertThat(browser.refresh(tokens.text("refresh_token")).failure())
        .isEqualTo("token.refresh-active");
    assertThat(introspect(tokens.text("access_token")).body()).isEqualTo("{\"active\":false}");
  }

  @Test
  void aTokenOfAnotherClientIsNotRevoked() {
    Seen tokens = browser.redeem(browser.code());

    assertRefused(
        revoke(tokens.text("access_token"), "machine"), "revoke.token-client", "invalid_grant");
    assertThat(introspect(tokens.text("access_token")).json().path("active").asBoolean()).isTrue();
  }

  @Test
  void aTokenThatIsUnknownIsAsGoodAsRevoked() {
    assertThat(revoke("made-up", "web").status()).isEqualTo(200);
  }

  @Test
  void revocationNeedsAToken() {
    assertRefused(
        browser.post("/oauth/revoke", Map.of(), browser.basic("web")),
        "revoke.token",
        "invalid_request");
  }

  @Test
  void bothDocumentsSayTheSameAndNameEndpointsThatAreThere() {
    Seen metadata = browser.get("/.well-known/oauth-authorization-server");

    assertThat(browser.get("/.well-known/openid-configuration").body()).isEqualTo(metadata.body());
    String issuer = server.http().toString();
    assertThat(metadata.text("issuer")).isEqualTo(issuer);
    metadata
        .json()
        .properties()
        .forEach(
            member -> {
              if (member.getKey().endsWith("_endpoint") || member.getKey().equals("jwks_uri")) {
                String path = member.getValue().asText().substring(issuer.length());
                assertThat(browser.get(path).status()).as(path).isNotEqualTo(404);
              }
            });
    assertThat(metadata.json().path("grant_types_supported").toString())
        .doesNotContain("password", "implicit");
  }

  private static void assertRefused(Seen seen, String check, String error) {
    assertThat(seen.failure()).as(seen.body()).isEqualTo(check);
    assertThat(seen.error()).isEqualTo(error);
  }
}
