package dev.gatehouse.server.authn;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code name=value&name=value}, as in the query of a URL or in the body that a form sends.
 * Never throws.
 */
public final class FormParameters {
  private FormParameters() {}

  /** The values of every parameter of this name, in order. */
  static List<String> values(String form, String name) {
    if (form.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(form.split("&", -1))
        .filter(pair -> nameOf(pair).equals(name))
        .map(pair -> pair.split("=", 2))
        .map(pair -> pair.length == 2 ? decoded(pair[1]) : "")
        .toList();
  }

  /** The decoded name in {@code name=value}. */
  public static String nameOf(String pair) {
    return decoded(pair.split("=", 2)[0]);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
