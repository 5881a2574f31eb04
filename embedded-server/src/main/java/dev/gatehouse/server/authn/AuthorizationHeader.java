package dev.gatehouse.server.authn;

import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code Authorization: scheme credentials} (RFC 9110 §11.6.2). */
final class AuthorizationHeader {
  private static final String NAME = "Authorization";

  private AuthorizationHeader() {}

  /**
   * What follows the scheme in every Authorization header of this scheme, whose case does not
   * matter (RFC 9110 §11.1).
   */
  static List<Presented> find(Arrival arrival, String scheme) {
    List<Presented> found = new ArrayList<>();
    for (int position = 0; position < arrival.headers().size(); position++) {
      Header header = arrival.headers().get(position);
      if (header.name().equalsIgnoreCase(NAME) && isOf(scheme, header.value())) {
        String credentials = afterSpaces(header.value(), scheme.length());
        found.add(new Presented(Location.AUTHORIZATION_HEADER, position, credentials));
      }
    }
    return found;
  }

  private static boolean isOf(String scheme, String value) {
    boolean begins = value.regionMatches(true, 0, scheme, 0, scheme.length());
    return begins
        && (value.length() == scheme.length() || !isTokenCharacter(value.charAt(scheme.length())));
  }

  /** Between scheme and credentials stand spaces, and only those. */
  private static String afterSpaces(String value, int from) {
    int start = from;
    while (start < value.length() && value.charAt(start) == ' ') {
      start++;
    }
    return value.substring(start);
  }

  /** RFC 9110 §5.6.2. */
  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
