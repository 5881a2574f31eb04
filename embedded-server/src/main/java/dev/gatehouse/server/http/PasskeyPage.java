package dev.gatehouse.server.http;

import java.util.List;

/**
 * The page on which people register passkeys of their own browser (WebAuthn Level 3 §7.1), and its
 * script. Both are open: it is by the calls that the script makes that somebody is known.
 */
final class PasskeyPage {
  private static final String PATH = "/passkeys";
  private static final String SCRIPT_PATH = "/passkeys.js";
  private static final String CONTENT =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private PasskeyPage() {}

  static List<Route> routes() {
    String page = OpenRoutes.resource("passkeys.html");
    String script = OpenRoutes.resource("passkeys.js");
    return List.of(
        Route.open(
            "GET",
            PATH,
            call ->
                Reply.text(200, Reply.HTML_TYPE, page).with("Content-Security-Policy", CONTENT)),
        Route.open(
            "GET", SCRIPT_PATH, call -> Reply.text(200, "text/javascript;charset=utf-8", script)));
  }
}
