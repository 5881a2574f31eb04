package dev.gatehouse.server.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where people may be sent back to. */
final class RedirectUris {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

  private RedirectUris() {}

  /**
   * Whether it is one of those registered, character by character (RFC 9700 §4.1.3). The one
   * freedom: a program on this machine cannot know its port beforehand (RFC 8252 §7.3).
   */
  static boolean areRegistered(Client client, String given) {
    return client.redirectUris().stream()
        .anyMatch(registered -> given.equals(registered) || isAtAnotherPort(registered, given));
  }

  /** Whether it begins like one of those registered, which is what careless servers ask. */
  static boolean beginLikeRegistered(Client client, String given) {
    return given.chars().allMatch(c -> c > ' ' && c < 127)
        && client.redirectUris().stream()
            .map(URI::create)
            .anyMatch(uri -> given.startsWith(uri.getScheme() + "://" + uri.getAuthority()));
  }

  /** This address with these parameters added to its query, or to its fragment. */
  static String with(String uri, char separator, Map<String, String> parameters) {
    char first = separator == '?' && uri.indexOf('?') >= 0 ? '&' : separator;
    return uri
        + first
        + parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static boolean isAtAnotherPort(String registered, String given) {
    try {
      URI wanted = new URI(registered);
      URI uri = new URI(given);
      String host = String.valueOf(wanted.getHost());
      return "http".equals(wanted.getScheme())
          && wanted.getPort() < 0
          && LOOPBACK.contains(host)
          && uri.getPort() > 0
          && given.equals("http://" + host + ":" + uri.getPort() + wanted.getRawPath());
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
