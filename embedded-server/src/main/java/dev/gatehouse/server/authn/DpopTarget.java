package dev.gatehouse.server.authn;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address that a proof is for, in the form in which two can be compared (RFC 9449 §4.3). */
final class DpopTarget {
  private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final String UNRESERVED = "-._~";

  private DpopTarget() {}

  /** The address of a request, without its query. */
  static Optional<String> of(Arrival arrival) {
    String scheme = arrival.encrypted() ? "https" : "http";
    return normalised(scheme + "://" + arrival.value("Host").orElse("") + arrival.path());
  }

  /**
   * An address without query and fragment, normalised (RFC 3986 §6.2.2 and §6.2.3); empty if it is
   * none.
   */
  static Optional<String> normalised(String address) {
    try {
      URI uri = new URI(address).normalize();
      if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      String path = uri.getRawPath().isEmpty() ? "/" : decodedWherePossible(uri.getRawPath());
      return Optional.of(
          scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri) + path);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static String port(String scheme, URI uri) {
    int usual = scheme.equals("https") ? 443 : 80;
    return uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
  }

  /** What need not be encoded is not; the rest is in capital letters (RFC 3986 §6.2.2). */
  private static String decodedWherePossible(String path) {
    Matcher encoded = ENCODED.matcher(path);
    return encoded.replaceAll(
        match -> {
          int code = Integer.parseInt(match.group(1), 16);
          String text = new String(new byte[] {(byte) code}, StandardCharsets.ISO_8859_1);
          boolean plain =
              code < 128 && (Character.isLetterOrDigit(code) || UNRESERVED.contains(text));
          return Matcher.quoteReplacement(plain ? text : match.group().toUpperCase(Locale.ROOT));
        });
  }
}
