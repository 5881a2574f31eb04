package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import dev.gatehouse.server.oauth.Visitor.Seen;
import dev.gatehouse.server.webauthn.Assertion;
import dev.gatehouse.server.webauthn.ClientData;
import dev.gatehouse.server.webauthn.SignedData;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages for logging in and deciding, and what is asked before their forms are believed. */
final class PagesTest {
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

  private Seen loginPage() {
    return browser.follow(browser.authorize());
  }

  private Seen consentPage() {
    return browser.follow(browser.logIn(loginPage(), "alice"));
  }

  @Test
  void pagesCannotBeFramedAndHoldNoScriptButTheOneForPasskeys() {
    for (Seen page : new Seen[] {loginPage(), consentPage(), browser.get("/oauth/device")}) {
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(page.body().replace("<script src=\"/oauth/passkey.js\" defer>", ""))
          .doesNotContain("<script");
    }
  }

  @Test
  void thePageSaysWhoAsksForWhat() {
    Seen page = consentPage();

    assertThat(page.body())
        .contains("Calendar on the web", "Alice Archer", "Read your events", Visitor.WEB_CALLBACK);
  }

  @Test
  void aPageThatABrowserPutsInAFrameIsRefused() {
    Seen page = loginPage();

    Seen framed = browser.get("/oauth/login?request=" + page.request(), "Sec-Fetch-Dest: iframe");

    assertThat(framed.failure()).isEqualTo("authorize.frame");
    assertThat(framed.status()).isEqualTo(403);
  }

  @Test
  void theFormOfAnotherBrowserIsRefused() {
    Seen page = loginPage();
    Visitor victim = new Visitor(server);
    victim.authorize();

    Seen seen = victim.logIn(page, "alice");

    assertThat(seen.failure()).isEqualTo("page.request");
  }

  @Test
  void theFormThatAnotherSitesPageSendsIsRefused() {
    Seen seen =
        browser.post(
            "/oauth/login",
            Map.of("request", loginPage().request()),
            "Origin: https://attacker.example");

    assertThat(seen.failure()).isEqualTo("page.origin");
  }

  @Test
  void aFormWithAFieldTwiceIsRefused() {
    assertThat(browser.postText("/oauth/login", "request=a&request=b").failure())
        .isEqualTo("request.well-formed");
  }

  @Test
  void aFormWithoutAPasswordIsRefused() {
    Seen seen = browser.post("/oauth/login", Map.of("request", loginPage().request()));

    assertThat(seen.failure()).isEqualTo("login.well-formed");
    assertThat(seen.body()).contains("role=\"alert\"");
  }

  @Test
  void aWrongPasswordIsSaidOnThePage() {
    Seen seen =
        browser.post(
            "/oauth/login",
            Map.of("request", loginPage().request(), "username", "alice", "password", "wrong"));

    assertThat(seen.failure()).isEqualTo("login.password");
    assertThat(seen.status()).isEqualTo(403);
    assertThat(seen.body()).contains("The name or the password is wrong.");
  }

  @ParameterizedTest
  @CsvSource({"alice, coffee2, login.stored-form", "admin, admin, login.default-password"})
  void aPasswordThatIsTooWeakToBeTakenIsRefusedOnThePageToo(
      String name, String password, String check) {
    Seen seen =
        browser.post(
            "/oauth/login",
            Map.of("request", loginPage().request(), "username", name, "password", password));

    assertThat(seen.failure()).isEqualTo(check);
    assertThat(seen.status()).isEqualTo(403);
  }

  @Test
  void whoGuessesHasToWait() {
    Seen page = loginPage();
    Seen seen = page;
    for (int i = 0; i <= 11; i++) {
      seen =
          browser.post(
              "/oauth/login",
              Map.of("request", page.request(), "username", "bob", "password", "wrong"));
    }

    assertThat(seen.failure()).isEqualTo("attempts.account");
    assertThat(seen.status()).isEqualTo(429);
  }

  @Test
  void loggingInGivesTheBrowserAnotherCookie() {
    Seen asked = browser.authorize();
    Seen loggedIn = browser.logIn(browser.follow(asked), "alice");

    String before = asked.headers().firstValue("Set-Cookie").orElseThrow();
    String after = loggedIn.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(after)
        .isNotEqualTo(before)
        .contains("Path=/oauth; HttpOnly; SameSite=Lax")
        .startsWith("gatehouse-oauth=");
  }

  @Test
  void theCookieOpensNothingOfTheApi() {
    browser.code();

    assertThat(browser.get("/me").failure()).isEqualTo("credentials.present");
  }

  @Test
  void whoIsNotLoggedInIsSentToTheLoginPage() {
    Seen page = loginPage();

    Seen seen =
        browser.post("/oauth/consent", Map.of("request", page.request(), "decision", "allow"));

    assertThat(seen.failure()).isEqualTo("page.logged-in");
    assertThat(seen.location()).startsWith("/oauth/login?");
  }

  @Test
  void aDecisionMustBeOneOfTheTwo() {
    Seen seen =
        browser.post(
            "/oauth/consent", Map.of("request", consentPage().request(), "decision", "maybe"));

    assertThat(seen.failure()).isEqualTo("consent.decision");
  }

  @Test
  void whatWasDecidedIsDecidedOnce() {
    Seen page = consentPage();
    Map<String, String> form = Map.of("request", page.request(), "decision", "allow");
    browser.post("/oauth/consent", form);

    Seen again = browser.post("/oauth/consent", form);

    assertThat(again.failure()).isEqualTo("consent.once");
    assertThat(again.status()).isEqualTo(400);
  }

  @Test
  void whatAClientIsCalledCannotBecomeATag() {
    assertThat(Html.escaped("<b a='1' c=\"2\">&"))
        .isEqualTo("&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
  }

  @Test
  void loggingOutEndsTheLoginAndGoesWhereTheClientWants() {
    String idToken = browser.redeem(browser.code()).text("id_token");

    Seen seen =
        browser.get(
            "/oauth/logout?"
                + Visitor.encoded(
                    Map.of(
                        "id_token_hint",
                        idToken,
                        "post_logout_redirect_uri",
                        Visitor.WEB_CALLBACK,
                        "state",
                        "x")));

    assertThat(seen.location()).isEqualTo(Visitor.WEB_CALLBACK + "?state=x");
    assertThat(browser.authorize().location()).startsWith("/oauth/login?");
  }

  @Test
  void withoutAnIdTokenThePersonIsAskedFirst() {
    browser.code();

    assertThat(browser.get("/oauth/logout").body()).contains("Log out?");
    assertThat(browser.authorize().location()).startsWith("/oauth/consent?");
    assertThat(browser.post("/oauth/logout", Map.of("state", "x")).body())
        .contains("You are logged out");
    assertThat(browser.authorize().location()).startsWith("/oauth/login?");
  }

  @Test
  void loggingOutSendsNobodyToAStranger() {
    Seen seen =
        browser.get(
            "/oauth/logout?client_id=web&post_logout_redirect_uri=https://attacker.example/");

    assertThat(seen.failure()).isEqualTo("logout.redirect-uri");
  }

  @Test
  void anIdTokenOfSomebodyElseIsNoReasonToLogOut() {
    String accessToken = browser.redeem(browser.code()).text("access_token");

    assertThat(browser.get("/oauth/logout?id_token_hint=" + accessToken).failure())
        .isEqualTo("logout.hint");
  }

  private String assertion(String origin) throws GeneralSecurityException {
    DemoPerson alice = server.people().get(0);
    String challenge =
        browser.post("/login/webauthn/options", Map.of()).json().path("challenge").asText();
    SignedData signed =
        new SignedData(
            new ClientData(ClientData.GET, challenge, origin, false, null).bytes(),
            SignedData.authenticatorData(
                "localhost", (byte) (SignedData.USER_PRESENT | SignedData.USER_VERIFIED), 1));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(
        KeyPairs.privateKey(JwsAlgorithm.ES256, alice.secret("passkey.privateKey").orElseThrow()));
    signature.update(signed.bytes());
    return Assertion.json(
            alice.secret("passkey.id").orElseThrow(),
            signed,
            signature.sign(),
            alice.secret("passkey.userHandle").orElseThrow())
        .toString();
  }

  private Seen logInByPasskey(Seen page, String assertion) {
    return browser.post(
        "/oauth/login/passkey", Map.of("request", page.request(), "credential", assertion));
  }

  @Test
  void aPasskeyLogsInAsAPasswordDoes() throws GeneralSecurityException {
    String assertion = assertion("http://localhost:" + server.http().getPort());

    Seen consent = browser.follow(logInByPasskey(loginPage(), assertion));

    assertThat(consent.body()).contains("Alice Archer", "Read your events");
  }

  @Test
  void aRefusedPasskeyIsSaidOnTheLoginPageWhichWorksOn() throws GeneralSecurityException {
    Seen again = logInByPasskey(loginPage(), assertion("https://attacker.example"));

    assertThat(again.status()).isEqualTo(403);
    assertThat(again.failure()).isEqualTo("webauthn.origin");
    assertThat(again.body()).contains("https://attacker.example");
    assertThat(browser.follow(browser.logIn(again, "alice")).body()).contains("Alice Archer");
  }

  @Test
  void aPasskeyForTheRequestOfAnotherBrowserIsRefused() throws GeneralSecurityException {
    Seen page = loginPage();
    String assertion = assertion("http://localhost:" + server.http().getPort());
    browser = new Visitor(server);

    assertThat(logInByPasskey(page, assertion).failure()).isEqualTo("page.request");
  }

  @Test
  void theScriptOfTheLoginPageIsServedAsOne() {
    Seen script = browser.get("/oauth/passkey.js");

    assertThat(script.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(script.body()).contains("navigator.credentials.get");
  }
}
