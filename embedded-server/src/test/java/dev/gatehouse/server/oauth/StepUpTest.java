package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.oauth.Visitor.Seen;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.totp.SecretText;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client asks for two factors, the person proves them, and the API goes by that (RFC 9470). */
final class StepUpTest {
  private static final String SHARING = "/calendars/alice-work/sharing/dave";
  private static final String READER = "{\"access\":\"reader\"}";
  private static final String SCOPE = "openid sharing:write";

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

  private static String code() {
    String secret = String.valueOf(server.people().get(0).secrets().get("totpSecret"));
    byte[] bytes = SecretText.read(secret).orElseThrow();
    return OneTimeCodes.standard().at(bytes, OneTimeCodes.stepAt(Instant.now()));
  }

  /** The page to which a password leads. */
  private Seen afterThePassword(String... changes) {
    Seen login = browser.follow(browser.authorize(changes));
    return browser.follow(browser.logIn(login, "alice"));
  }

  private Seen enter(Seen page, String code) {
    return browser.post("/oauth/login/totp", Map.of("request", page.request(), "totp", code));
  }

  private Seen allowed(Seen consent) {
    Seen decided =
        browser.post("/oauth/consent", Map.of("request", consent.request(), "decision", "allow"));
    return browser.redeem(decided.sentBack().get("code"));
  }

  private Seen tokensWithBothFactors() {
    Seen page = afterThePassword("acr_values", "aal2", "scope", SCOPE);
    return allowed(browser.follow(enter(page, code())));
  }

  private Seen share(String token) {
    return browser.putJson(SHARING, READER, "Authorization: Bearer " + token);
  }

  private static JsonNode claims(String token) {
    try {
      return StrictJson.object(CompactJws.read(token).payload(), "the token");
    } catch (JoseException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  void whoIsAskedForTwoFactorsHasToEnterAOneTimeCode() {
    Seen page = afterThePassword("acr_values", "aal2");

    assertThat(page.body()).contains("one-time code", "action=\"/oauth/login/totp\"");
    assertThat(browser.follow(enter(page, code())).body()).contains("Read your events");
  }

  @Test
  void whoIsNotAskedForThemIsNot() {
    assertThat(afterThePassword().body()).contains("Read your events");
    assertThat(afterThePassword("prompt", "login", "acr_values", "aal1").body())
        .contains("Read your events");
  }

  @Test
  void theConsentPageWithoutThemFailsTheCheckOfItsOwn() {
    Seen page = afterThePassword("acr_values", "aal2");

    Seen skipped =
        browser.post("/oauth/consent", Map.of("request", page.request(), "decision", "allow"));

    assertThat(skipped.failure()).isEqualTo("page.assurance");
    assertThat(skipped.location()).startsWith("/oauth/login/totp?");
  }

  @Test
  void aWrongCodeIsSaidOnThePageWhichWorksOn() {
    Seen page = afterThePassword("acr_values", "aal2");

    Seen wrong = enter(page, code().equals("000000") ? "000001" : "000000");

    assertThat(wrong.failure()).isEqualTo("totp.code");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.body()).contains("role=\"alert\"");
    assertThat(browser.follow(enter(wrong, code())).body()).contains("Read your events");
  }

  @Test
  void withoutAPasswordFirstThereIsNoCodeToEnter() {
    Seen login = browser.follow(browser.authorize("acr_values", "aal2"));

    Seen skipped = enter(login, code());

    assertThat(skipped.failure()).isEqualTo("page.logged-in");
    assertThat(skipped.location()).startsWith("/oauth/login?");
  }

  @Test
  void theTokensSayHowAndWhenThePersonLoggedIn() {
    Seen tokens = tokensWithBothFactors();

    for (String token : new String[] {"access_token", "id_token"}) {
      JsonNode claims = claims(tokens.text(token));
      assertThat(claims.path("acr").asText()).isEqualTo("aal2");
      assertThat(claims.path("amr").toString()).isEqualTo("[\"otp\",\"pwd\"]");
      assertThat(claims.path("auth_time").asLong()).isPositive();
    }
    JsonNode refreshed = claims(browser.refresh(tokens.text("refresh_token")).text("access_token"));
    assertThat(refreshed.path("acr").asText()).isEqualTo("aal2");
  }

  @Test
  void aTokenOfBothFactorsSharesACalendar() {
    assertThat(share(tokensWithBothFactors().text("access_token")).failure()).isEqualTo("-");
  }

  @Test
  void aTokenOfAPasswordAloneDoesNotAndIsToldWhatToAskFor() {
    Seen tokens = allowed(afterThePassword("scope", SCOPE));

    Seen refused = share(tokens.text("access_token"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.failure()).isEqualTo("jwt.assurance");
    assertThat(refused.headers().allValues("WWW-Authenticate"))
        .anyMatch(
            challenge ->
                challenge.startsWith("Bearer ")
                    && challenge.contains("error=\"insufficient_user_authentication\"")
                    && challenge.contains("acr_values=\"aal2\"")
                    && challenge.contains("max_age=\"900\""));
  }

  @Test
  void whatTheChallengeAsksForIsWhatOpensTheCall() {
    Seen tokens = allowed(afterThePassword("scope", SCOPE));
    assertThat(share(tokens.text("access_token")).failure()).isEqualTo("jwt.assurance");

    Seen again =
        browser.follow(browser.authorize("acr_values", "aal2", "max_age", "900", "scope", SCOPE));

    assertThat(again.body()).contains("action=\"/oauth/login/totp\"");
    Seen better = allowed(browser.follow(enter(again, code())));
    assertThat(share(better.text("access_token")).failure()).isEqualTo("-");
  }

  @Test
  void aSecondFactorOfLongAgoIsNoneAnyMore() {
    Map<String, Object> longAgo =
        Map.of("acr", "aal2", "auth_time", Instant.now().minusSeconds(901).getEpochSecond());

    String token = server.issuer().issue("alice", SpacedWords.in("sharing:write"), longAgo);

    assertThat(share(token).failure()).isEqualTo("jwt.assurance");
  }

  @Test
  void aLevelThatIsUnknownHereCannotBeMet() {
    Seen seen = browser.authorize("acr_values", "aal9");

    assertThat(seen.failure()).isEqualTo("authorize.acr");
    assertThat(seen.sentBack()).containsEntry("error", "unmet_authentication_requirements");
    assertThat(browser.authorize("acr_values", "aal9 aal1").failure()).isEqualTo("-");
  }

  @Test
  void withoutAskingNobodyIsGivenMoreThanTheyProved() {
    allowed(afterThePassword());

    Seen seen = browser.authorize("prompt", "none", "acr_values", "aal2");

    assertThat(seen.failure()).isEqualTo("authorize.prompt");
    assertThat(seen.sentBack()).containsEntry("error", "login_required");
    assertThat(browser.authorize("prompt", "none").sentBack()).containsKey("code");
  }

  @Test
  void exchangingATokenDoesNotHideWhatItWasWorth() {
    Seen tokens = allowed(afterThePassword("scope", "events:read"));

    Seen exchanged =
        browser.post(
            "/oauth/token",
            Map.of(
                "grant_type", GrantTypes.EXCHANGE,
                "subject_token_type", ExchangeGrant.ACCESS_TOKEN,
                "subject_token", tokens.text("access_token")),
            browser.basic("machine"));

    assertThat(claims(exchanged.text("access_token")).path("acr").asText()).isEqualTo("aal1");
    assertThat(claims(exchanged.text("access_token")).has("auth_time")).isTrue();
  }

  @Test
  void theMetadataNamesTheLevels() {
    assertThat(
            browser
                .get("/.well-known/openid-configuration")
                .json()
                .path("acr_values_supported")
                .toString())
        .isEqualTo("[\"aal1\",\"aal2\"]");
  }
}
