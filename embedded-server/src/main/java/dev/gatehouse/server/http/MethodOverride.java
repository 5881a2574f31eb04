package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authz.MethodAsked;
import java.util.List;
import java.util.Locale;

/**
 * The headers by which clients behind old proxies, which let only GET and POST through, name the
 * method that they mean. No standard knows of them.
 */
final class MethodOverride {
  private static final List<String> HEADERS =
      List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

  private MethodOverride() {}

  /** The methods that a request names. */
  static MethodAsked in(Arrival arrival) {
    String judged = Routes.servedAs(arrival.method());
    for (String header : HEADERS) {
      for (String value : arrival.values(header)) {
        String meant = Routes.servedAs(value.strip().toUpperCase(Locale.ROOT));
        if (!meant.isEmpty() && !meant.equals(judged)) {
          return new MethodAsked(judged, meant);
        }
      }
    }
    return MethodAsked.plainly(judged);
  }
}
