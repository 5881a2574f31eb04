package dev.gatehouse.desktop.oauth;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters as they stand in a query or in a form (application/x-www-form-urlencoded). */
public final class Parameters {
  private Parameters() {}

  /** The text of these parameters, in their order. */
  public static String write(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The parameters of a text, in their order; of those that come twice, the first. */
  public static Map<String, String> read(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        parameters.putIfAbsent(
            decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** The parameters in the query of an address. */
  public static Map<String, String> ofQuery(String url) {
    int query = url.indexOf('?');
    int fragment = url.indexOf('#');
    return query < 0 || (fragment >= 0 && fragment < query)
        ? Map.of()
        : read(url.substring(query + 1, fragment < 0 ? url.length() : fragment));
  }

  /** This address with these parameters added to its query. */
  static String added(String url, Map<String, String> parameters) {
    return url + (url.indexOf('?') < 0 ? "?" : "&") + write(parameters);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
