package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exchanging refresh tokens (RFC 6749 §6), each of them once. */
final class RefreshGrantTest {
  private static GatehouseServer server;
  private Visitor browser;
  private String token;

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
    token = browser.redeem(browser.code()).text("refresh_token");
  }

  @Test
  void aRefreshTokenIsExchangedForOthers() {
    Seen seen = browser.refresh(token);

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text("refresh_token")).isNotEqualTo(token);
    assertThat(seen.text("scope")).isEqualTo("events:read openid");
    assertThat(browser.refresh(seen.text("refresh_token")).status()).isEqualTo(200);
  }

  @Test
  void oneThatComesTwiceEndsAllOfThem() {
    Seen owner = browser.refresh(token);

    assertRefused(browser.refresh(token), "token.refresh-unused", "invalid_grant");
    assertRefused(
        browser.refresh(owner.text("refresh_token")), "token.refresh-active", "invalid_grant");
    assertThat(browser.get("/me", "Authorization: Bearer " + owner.text("access_token")).failure())
        .isEqualTo("jwt.not-revoked");
  }

  @Test
  void anUnknownOneIsRefused() {
    assertRefused(browser.refresh("gh_refresh_made-up"), "token.refresh-known", "invalid_grant");
  }

  @Test
  void oneOfAnotherClientIsRefused() {
    Seen seen =
        browser.post(
            "/oauth/token",
            Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", "desktop"));

    assertRefused(seen, "token.refresh-client", "invalid_grant");
  }

  @Test
  void moreScopeThanAtFirstIsRefusedAndUsesNothingUp() {
    assertRefused(
        browser.refresh(token, "scope", "openid events:write"), "token.scope", "invalid_scope");
    assertThat(browser.refresh(token).status()).isEqualTo(200);
  }

  @Test
  void lessScopeIsGivenOnceAndTheRestIsKept() {
    Seen narrow = browser.refresh(token, "scope", "events:read");

    assertThat(narrow.text("scope")).isEqualTo("events:read");
    assertThat(browser.refresh(narrow.text("refresh_token")).text("scope"))
        .isEqualTo("events:read openid");
  }

  private static void assertRefused(Seen seen, String check, String error) {
    assertThat(seen.failure()).as(seen.body()).isEqualTo(check);
    assertThat(seen.error()).isEqualTo(error);
  }
}
