package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/** Reads the session's cookie by a script that was slipped into a page. */
@AutoService(Attack.class)
public final class CookieTheft implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "cookie-theft",
        "A cookie that scripts can read",
        AttackGroup.KEYS_AND_SESSIONS,
        "A script of the attacker runs in a page that Alice looks at while she is signed in, and sends him what document.cookie says.",
        "A place in a page of the same host where text of others is shown as it is: cross-site scripting.",
        "The cookie is set without HttpOnly, so the browser shows it to scripts, and whoever has it has the session.",
        "cookie-without-httponly",
        List.of("RFC 6265 §4.1.2.6", "OWASP ASVS 4.0 V3.4.2", "CWE-1004"),
        "Set the cookie with HttpOnly, Secure and SameSite. A script in the page is still bad, but it cannot carry the session away.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop login = BrowserSession.signIn(target, BrowserSession.BROWSER, "Alice signs in.");
    String readable =
        target.makes(
            "The script in the page reads document.cookie and sends it to the attacker.",
            "document.cookie",
            documentCookie(login));
    return target.endAtCheck(
        "session.cookie-flags",
        BrowserSession.opensEvents(target, "Read Alice's events with it.", readable),
        Events.GAIN);
  }

  /** What a browser that got this answer tells scripts (RFC 6265 §5.3, step 10). */
  private static String documentCookie(Hop answer) {
    HttpUrl page = HttpUrl.get(answer.request().url());
    return answer.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("Set-Cookie"))
        .flatMap(header -> Stream.ofNullable(Cookie.parse(page, header.value())))
        .filter(cookie -> !cookie.httpOnly())
        .map(cookie -> cookie.name() + "=" + cookie.value())
        .collect(Collectors.joining("; "));
  }
}
