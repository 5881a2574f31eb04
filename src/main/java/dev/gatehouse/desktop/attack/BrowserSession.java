package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What attacks on sessions have in common: a login, the cookie that comes of it, and its use. */
final class BrowserSession {
  /** Whose browser it is that suspects nothing. */
  static final String BROWSER = "Alice's browser";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BrowserSession() {}

  /** The request by which this person signs in, with their own password. */
  static Draft login(Target target, String person) {
    String body =
        JSON.createObjectNode()
            .put("username", person)
            .put("password", target.loot().secret(person, "password"))
            .toString();
    return target.with("POST", SessionCredential.LOGIN_PATH, "application/json", body);
  }

  /** The victim signs in. */
  static Hop signIn(Target target, String actor, String says) throws InterruptedException {
    return target.send(actor, says, login(target, Loot.VICTIM));
  }

  /** The cookie that a login set, as browsers send it back; empty if it set none. */
  static String cookie(Hop login) {
    return login.header("Set-Cookie").orElse("").split(";", 2)[0];
  }

  /** The victim signs in, suspecting nothing; the cookie that comes of it. */
  static String cookieOfVictim(Target target) throws InterruptedException {
    return cookie(signIn(target, BROWSER, "Alice signs in."));
  }

  /** The victim opens a page of the attacker's in the same browser. */
  static String open(Target target, AttackerSite site, String path) throws InterruptedException {
    Hop page =
        target.send(
            BROWSER,
            "Alice opens the attacker's page.",
            new Draft("GET", site.origin() + path, List.of(), new byte[0]));
    return new String(page.body(), StandardCharsets.UTF_8);
  }

  /** A request with this cookie. */
  static Draft with(String cookie, Draft draft) {
    return draft.withHeader("Cookie", cookie);
  }

  /** The attacker uses a cookie, if there is one: whether it gives away the victim's events. */
  static boolean opensEvents(Target target, String says, String cookie)
      throws InterruptedException {
    return !cookie.isEmpty()
        && Events.areIn(target.send(says, with(cookie, target.get(Events.VICTIMS))));
  }
}
