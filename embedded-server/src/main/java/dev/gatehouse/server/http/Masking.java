package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.FormParameters;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Header;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the credentials out of header lines and targets, and leaves what is around them: an
 * authentication scheme, a cookie's name, a parameter's name.
 */
public final class Masking {
  private static final int LONGEST_SCHEME = 64;
  private static final Pattern COOKIE_VALUE = Pattern.compile("=[^;]*");
  private static final Pattern FIRST_COOKIE_VALUE = Pattern.compile("^([^=;]*)=[^;]*");
  private static final Set<String> CREDENTIAL_PARAMETERS =
      Set.of(
          "access_token",
          "api_key",
          "code",
          "id_token_hint",
          "refresh_token",
          "request",
          "request_uri",
          "user_code",
          "x-amz-signature");

  private Masking() {}

  /** A header line without the secret in it. */
  public static Header header(Header header) {
    String value = header.value();
    return switch (header.name().toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" -> new Header(header.name(), afterScheme(value));
      case "cookie" ->
          new Header(header.name(), COOKIE_VALUE.matcher(value).replaceAll("=" + Evidence.MASK));
      case "set-cookie" ->
          new Header(
              header.name(), FIRST_COOKIE_VALUE.matcher(value).replaceFirst("$1=" + Evidence.MASK));
      case "x-api-key", "x-csrf-token", "signature", "dpop" ->
          new Header(header.name(), Evidence.MASK);
      case "referer", "location" -> new Header(header.name(), target(value));
      default -> header;
    };
  }

  /** A request target without the credentials that a client may have put into its query. */
  public static String target(String target) {
    int query = beginOfParameters(target);
    return query == 0
        ? target
        : target.substring(0, query)
            + Arrays.stream(target.substring(query).split("&", -1))
                .map(Masking::parameter)
                .collect(Collectors.joining("&"));
  }

  /** Parameters are in the query, or in the fragment if an access token is sent that way. */
  private static int beginOfParameters(String target) {
    int query = target.indexOf('?') + 1;
    return query == 0 ? target.indexOf('#') + 1 : query;
  }

  /** A name is judged as the gate reads it, decoded, and stays as it was sent. */
  private static String parameter(String pair) {
    String name = FormParameters.nameOf(pair).toLowerCase(Locale.ROOT);
    return CREDENTIAL_PARAMETERS.contains(name)
        ? pair.split("=", 2)[0] + "=" + Evidence.MASK
        : pair;
  }

  /** Nothing is left of a line that does not begin with a word and a space. */
  private static String afterScheme(String value) {
    int space = value.indexOf(' ');
    boolean word =
        space > 0
            && space <= LONGEST_SCHEME
            && value.chars().limit(space).noneMatch(Character::isWhitespace);
    return word ? value.substring(0, space + 1) + Evidence.MASK : Evidence.MASK;
  }
}
