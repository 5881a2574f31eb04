package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Each weakness lets in the attack that it is for, and no other of these; hardened, none comes in.
 */
final class WeaknessMatrixTest {
  private static final Map<String, Predicate<Visitor>> ATTACKS = new LinkedHashMap<>();

  static {
    ATTACKS.put(
        "pkce-optional",
        browser -> isGiven(browser.redeem(browser.code(), "code_verifier", "x".repeat(43))));
    ATTACKS.put("pkce-downgrade", WeaknessMatrixTest::downgrade);
    ATTACKS.put("reusable-code", WeaknessMatrixTest::replayCode);
    ATTACKS.put("code-any-client", WeaknessMatrixTest::codeOfAnotherClient);
    ATTACKS.put(
        "redirect-prefix-match",
        browser -> isAsked(browser.authorize("redirect_uri", "https://web.example.attacker/")));
    ATTACKS.put("no-refresh-rotation", WeaknessMatrixTest::replayRefreshToken);
    ATTACKS.put(
        "scope-not-narrowed",
        browser ->
            isGiven(
                browser.refresh(
                    browser.redeem(browser.code()).text("refresh_token"),
                    "scope",
                    "events:write")));
    ATTACKS.put("frameable-consent", WeaknessMatrixTest::frame);
    ATTACKS.put(
        "allow-implicit-grant", browser -> isAsked(browser.authorize("response_type", "token")));
    ATTACKS.put("allow-password-grant", WeaknessMatrixTest::sendPassword);
  }

  @Test
  void aWeaknessOpensItsOwnAttackAlone() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      Visitor browser = new Visitor(server);
      browser.code();
      Map<String, List<String>> expected = new TreeMap<>();
      Map<String, List<String>> opened = new TreeMap<>();
      TreeSet<String> names = new TreeSet<>();
      names.add("");
      server.catalogue().weaknesses().stream().map(Catalogue.Switch::name).forEach(names::add);
      for (String name : names) {
        expected.put(name, ATTACKS.containsKey(name) ? List.of(name) : List.of());
        server.weaknesses().clear();
        if (!name.isEmpty()) {
          server.weaknesses().set(name, true);
        }
        opened.put(
            name, ATTACKS.keySet().stream().filter(one -> ATTACKS.get(one).test(browser)).toList());
      }

      assertThat(opened).isEqualTo(expected).containsKeys(ATTACKS.keySet().toArray(String[]::new));
    }
  }

  private static boolean downgrade(Visitor browser) {
    String[] stripped = {"code_challenge", "", "code_challenge_method", ""};
    return isAsked(browser.authorize(stripped))
        && isGiven(browser.redeem(browser.code(stripped), "code_verifier", ""));
  }

  private static boolean replayCode(Visitor browser) {
    String code = browser.code();
    browser.redeem(code);
    return isGiven(browser.redeem(code));
  }

  private static boolean codeOfAnotherClient(Visitor browser) {
    String code = browser.code("client_id", "desktop", "redirect_uri", Visitor.DESKTOP_CALLBACK);
    return isGiven(browser.redeem(code, "code_verifier", ""));
  }

  private static boolean replayRefreshToken(Visitor browser) {
    String token = browser.redeem(browser.code()).text("refresh_token");
    browser.refresh(token);
    return isGiven(browser.refresh(token));
  }

  private static boolean frame(Visitor browser) {
    Seen page = browser.follow(browser.authorize());
    return browser
            .get("/oauth/consent?request=" + page.request(), "Sec-Fetch-Dest: iframe")
            .status()
        == 200;
  }

  private static boolean sendPassword(Visitor browser) {
    return isGiven(
        browser.post(
            "/oauth/token",
            Map.of(
                "grant_type",
                "password",
                "username",
                "alice",
                "password",
                browser.password("alice"),
                "scope",
                "events:read"),
            browser.basic("web")));
  }

  /** Whether a person is asked, instead of the request being refused. */
  private static boolean isAsked(Seen seen) {
    return seen.status() == 303 && seen.location().startsWith("/oauth/");
  }

  private static boolean isGiven(Seen seen) {
    return seen.status() == 200 && seen.json().has("access_token");
  }
}
