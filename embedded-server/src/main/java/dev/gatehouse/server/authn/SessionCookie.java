package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;

/**
 * The cookie that carries a session's identifier (RFC 6265): its name, how it is set and how it is
 * found.
 */
public final class SessionCookie {
  /** Its name over HTTP. */
  public static final String NAME = "gatehouse-session";

  /**
   * Its name over HTTPS. A browser takes the prefix only from a secure page of this very host (RFC
   * 6265bis §4.1.3).
   */
  public static final String SECURE_NAME = "__Host-" + NAME;

  /** The check that decides whether scripts can read it. */
  public static final String FLAGS = "session.cookie-flags";

  private static final Weakness COOKIE_WITHOUT_HTTPONLY =
      new Weakness(
          "cookie-without-httponly", "hands out sessions in cookies that every script can read");
  private static final String SAME_SITE = "; SameSite=Lax";
  private static final String HTTP_ONLY = "; HttpOnly";
  private static final String SECURE = "; Secure";

  private SessionCookie() {}

  /** What is asked of a login before its session is put into a cookie. */
  static Check<Arrival> flags() {
    return Check.<Arrival>check(
            FLAGS,
            "Can its cookie be kept from all but us?",
            "RFC 6265 §4.1.2.6",
            SessionCookie::flags)
        .because(
            "With HttpOnly no script can read the cookie, whoever has slipped it into the page. With Secure it travels"
                + " encrypted alone.")
        .refusedWith(Refusal.of(403))
        .removedBy(COOKIE_WITHOUT_HTTPONLY);
  }

  private static Finding flags(Arrival login) {
    boolean protectable = login.encrypted() || OwnHosts.staysHere(login);
    return Finding.of(
        protectable,
        "HttpOnly, SameSite=Lax, and Secure unless it stays on this machine",
        protectable
            ? attributes(login.encrypted(), false).substring(2)
            : "plain HTTP, on which no browser takes a cookie that is Secure");
  }

  /** Its name on a connection that is or is not encrypted. */
  public static String name(boolean encrypted) {
    return encrypted ? SECURE_NAME : NAME;
  }

  /**
   * The value of the {@code Set-Cookie} header that hands a browser its session. No other site's
   * form takes the cookie along; it goes when the browser is closed.
   *
   * @param readable whether scripts can read it
   */
  static String set(String id, boolean encrypted, boolean readable) {
    return name(encrypted) + "=" + id + attributes(encrypted, readable);
  }

  /** The value of the {@code Set-Cookie} header that takes the cookie away. */
  static String clear(boolean encrypted) {
    return name(encrypted) + "=; Max-Age=0" + attributes(encrypted, false);
  }

  /**
   * Every session cookie in the request. One of the other name was not set on a connection like
   * this.
   */
  static List<Presented> find(Arrival arrival) {
    return Cookies.find(arrival, name(arrival.encrypted()));
  }

  private static String attributes(boolean encrypted, boolean readable) {
    return "; Path=/" + (readable ? "" : HTTP_ONLY) + SAME_SITE + (encrypted ? SECURE : "");
  }
}
