package dev.gatehouse.server.authn;

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

  private SessionCookie() {}

  /** Its name on a connection that is or is not encrypted. */
  public static String name(boolean encrypted) {
    return encrypted ? SECURE_NAME : NAME;
  }

  /**
   * The value of the {@code Set-Cookie} header that hands a browser its session. No script can read
   * the cookie, and no other site's form takes it along; it goes when the browser is closed.
   */
  static String set(String id, boolean encrypted) {
    return name(encrypted) + "=" + id + attributes(encrypted);
  }

  /** The value of the {@code Set-Cookie} header that takes the cookie away. */
  static String clear(boolean encrypted) {
    return name(encrypted) + "=; Max-Age=0" + attributes(encrypted);
  }

  /**
   * Every session cookie in the request. One of the other name was not set on a connection like
   * this.
   */
  static List<Presented> find(Arrival arrival) {
    return Cookies.find(arrival, name(arrival.encrypted()));
  }

  private static String attributes(boolean encrypted) {
    return "; Path=/; HttpOnly; SameSite=Lax" + (encrypted ? "; Secure" : "");
  }
}
