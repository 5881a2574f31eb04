package dev.gatehouse.server.http;

import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Header;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the credentials out of header lines and targets, and leaves what is around them: an
 * authentication scheme, a cookie's name, a parameter's name.
 */
final class Masking {
  private static final Pattern AFTER_SCHEME = Pattern.compile("(?<=^\\S{1,64} ).*");
  private static final Pattern COOKIE_VALUE = Pattern.compile("=[^;]*");
  private static final Pattern FIRST_COOKIE_VALUE = Pattern.compile("^([^=;]*)=[^;]*");
  private static final Pattern CREDENTIAL_PARAMETER =
      Pattern.compile("(?i)(?<=[?&])(access_token|api_key)=[^&]*");

  private Masking() {}

  /** A header line without the secret in it. */
  static Header header(Header header) {
    String value = header.value();
    return switch (header.name().toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" -> new Header(header.name(), afterScheme(value));
      case "cookie" ->
          new Header(header.name(), COOKIE_VALUE.matcher(value).replaceAll("=" + Evidence.MASK));
      case "set-cookie" ->
          new Header(
              header.name(), FIRST_COOKIE_VALUE.matcher(value).replaceFirst("$1=" + Evidence.MASK));
      case "x-api-key", "x-csrf-token" -> new Header(header.name(), Evidence.MASK);
      case "referer" -> new Header(header.name(), target(value));
      default -> header;
    };
  }

  /** A request target without the credentials that a client may have put into its query. */
  static String target(String target) {
    return CREDENTIAL_PARAMETER.matcher(target).replaceAll("$1=" + Evidence.MASK);
  }

  private static String afterScheme(String value) {
    Matcher rest = AFTER_SCHEME.matcher(value);
    return rest.find() ? rest.replaceFirst(Evidence.MASK) : Evidence.MASK;
  }
}
