package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.exchange.Draft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where in a request a secret is put. There is one right place for each; the others can be tried,
 * to see why a server refuses them.
 *
 * @param header the name of the header for it
 * @param prefix what stands before it there, for example a scheme and a blank
 * @param parameter its name in a query
 * @param cookie its name as a cookie
 */
record SecretPlace(String header, String prefix, String parameter, String cookie) {
  /** The name of the field in which the place is chosen. */
  static final String WHERE = "where";

  /** In the header for it, as it should be. */
  static final String HEADER = "header";

  private static final String QUERY = "query";
  private static final String COOKIE = "cookie";

  /** The tokens of RFC 6750. */
  static final SecretPlace OF_TOKENS =
      new SecretPlace("Authorization", "Bearer ", "access_token", "gatehouse-token");

  /** The field in which it is chosen. */
  static Field field() {
    return Field.choice(
        WHERE, "Sent in", "Try the others to see them refused", HEADER, QUERY, COOKIE);
  }

  /** The request with this secret where the values say. */
  Draft put(Map<String, String> values, Draft draft, String secret) {
    return switch (values.getOrDefault(WHERE, HEADER)) {
      case QUERY ->
          QueryParameter.added(
              draft, parameter + "=" + URLEncoder.encode(secret, StandardCharsets.UTF_8));
      case COOKIE -> draft.withHeader("Cookie", cookie + "=" + secret);
      default -> draft.withHeader(header, prefix + secret);
    };
  }
}
