package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices (RFC 8628) and the exchange of tokens (RFC 8693). */
final class OtherGrantsTest {
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

  private Seen begin() {
    return browser.post(
        "/oauth/device_authorization", Map.of("client_id", "tv", "scope", "openid events:read"));
  }

  private Seen poll(Seen device, String... changes) {
    return browser.post(
        "/oauth/token",
        Visitor.with(
            Map.of(
                "grant_type",
                GrantTypes.DEVICE,
                "client_id",
                "tv",
                "device_code",
                device.text("device_code")),
            changes));
  }

  private Seen decide(Seen device, String decision) {
    Seen page =
        browser.follow(
            browser.post("/oauth/device", Map.of("user_code", device.text("user_code"))));
    if (page.body().contains("action=\"/oauth/login\"")) {
      page = browser.follow(browser.logIn(page, "alice"));
    }
    assertThat(page.body()).contains(device.text("user_code"));
    return browser.post("/oauth/consent", Map.of("request", page.request(), "decision", decision));
  }

  @Test
  void aDeviceGetsItsTokensOnceItsOwnerHasAgreed() {
    Seen device = begin();

    assertThat(decide(device, "allow").body()).contains("The device is connected");
    Seen seen = poll(device);
    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.json().has("refresh_token")).isTrue();
    assertThat(seen.text("scope")).isEqualTo("events:read openid");
  }

  @Test
  void aDeviceIsToldWhetherAnybodyHasDecided() {
    assertRefused(poll(begin()), "token.device-allowed", "authorization_pending");

    Seen device = begin();
    decide(device, "deny");
    assertRefused(poll(device), "token.device-allowed", "access_denied");
  }

  @Test
  void aDeviceThatAsksTooOftenHasToSlowDown() {
    Seen device = begin();
    poll(device);

    assertRefused(poll(device), "token.device-pace", "slow_down");
  }

  @Test
  void anUnknownDeviceIsRefused() {
    assertRefused(
        poll(begin(), "device_code", "gh_device_made-up"), "token.device-known", "invalid_grant");
  }

  @Test
  void theUserCodeIsReadHoweverItIsWritten() {
    String code = begin().text("user_code");

    assertThat(code).matches("[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}");
    Seen seen =
        browser.post(
            "/oauth/device", Map.of("user_code", code.replace("-", " ").toLowerCase(Locale.ROOT)));
    assertThat(seen.status()).isEqualTo(303);
  }

  @Test
  void aUserCodeThatNoDeviceShowsIsRefusedAndCannotBeGuessed() {
    Seen seen = browser.post("/oauth/device", Map.of("user_code", "BBBB-BBBB"));
    assertThat(seen.failure()).isEqualTo("device.user-code");
    assertThat(seen.body()).contains("No device shows this code.");

    for (int i = 0; i < 11; i++) {
      seen = browser.post("/oauth/device", Map.of("user_code", "BBBB-BBBB"));
    }
    assertThat(seen.failure()).isEqualTo("device.attempts");
    assertThat(seen.status()).isEqualTo(429);
  }

  @Test
  void aClientThatIsNoDeviceGetsNoCodes() {
    assertRefused(
        browser.post("/oauth/device_authorization", Map.of("client_id", "desktop")),
        "device.grant",
        "unauthorized_client");
  }

  @Test
  void aDeviceAsksForNoMoreThanItMay() {
    assertRefused(
        browser.post(
            "/oauth/device_authorization", Map.of("client_id", "tv", "scope", "events:write")),
        "device.scope",
        "invalid_scope");
  }

  private Seen exchange(String token, String... changes) {
    return browser.post(
        "/oauth/token",
        Visitor.with(
            Map.of(
                "grant_type",
                GrantTypes.EXCHANGE,
                "subject_token",
                token,
                "subject_token_type",
                ExchangeGrant.ACCESS_TOKEN),
            changes),
        browser.basic("machine"));
  }

  private String accessToken() {
    return browser
        .redeem(browser.code("scope", "events:read events:write calendars:read"))
        .text("access_token");
  }

  @Test
  void anExchangedTokenIsInThePersonsNameForWhatBothMay() {
    Seen seen = exchange(accessToken());

    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.text("scope")).isEqualTo("calendars:read events:read");
    assertThat(
            browser
                .get("/me", "Authorization: Bearer " + seen.text("access_token"))
                .json()
                .path("id")
                .asText())
        .isEqualTo("alice");
  }

  @Test
  void anExchangeMakesNoMoreOfAToken() {
    assertRefused(exchange(accessToken(), "scope", "events:write"), "token.scope", "invalid_scope");
    assertRefused(
        exchange(accessToken(), "scope", "freebusy:read"), "token.scope", "invalid_scope");
  }

  @Test
  void whatIsNoGoodTokenIsNotExchanged() {
    assertRefused(exchange("made-up"), "token.exchange-subject", "invalid_request");
  }

  @Test
  void aTokenIsExchangedForTheCalendarApiOnly() {
    assertRefused(
        exchange(accessToken(), "audience", "payroll"), "token.exchange-target", "invalid_target");
  }

  @Test
  void onlyAnAccessTokenIsExchanged() {
    assertRefused(
        exchange(accessToken(), "subject_token_type", "urn:ietf:params:oauth:token-type:id_token"),
        "token.exchange-types",
        "invalid_request");
  }

  private static void assertRefused(Seen seen, String check, String error) {
    assertThat(seen.failure()).as(seen.body()).isEqualTo(check);
    assertThat(seen.error()).isEqualTo(error);
  }
}
