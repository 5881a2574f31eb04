package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DigestSecrets;
import dev.gatehouse.server.scram.ScramText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a server asks for a credential: the value of one {@code WWW-Authenticate} header (RFC 9110
 * §11.6.1).
 *
 * @param scheme for example {@code Bearer}
 * @param parameters in order, unquoted
 */
public record Challenge(String scheme, Map<String, String> parameters) {
  /** The protection space that all of the Calendar API belongs to (RFC 9110 §11.5). */
  public static final String REALM = DigestSecrets.REALM;

  /** The parameter by which the challenges of one scheme differ. */
  static final String ALGORITHM = "algorithm";

  /** What Digest wants as tokens, and quoted readers would not understand (RFC 7616 §3.3). */
  private static final Set<String> UNQUOTED_IN_DIGEST =
      Set.of(ALGORITHM, "stale", "charset", "userhash");

  /** What RFC 7804 §5 writes so, and clients read only so, Base64 or not. */
  private static final Set<String> UNQUOTED_IN_SCRAM = Set.of("sid", "data");

  public Challenge {
    parameters = new LinkedHashMap<>(parameters);
  }

  /** A challenge of this scheme for our realm. */
  public static Challenge of(String scheme) {
    return new Challenge(scheme, Map.of()).with("realm", REALM);
  }

  /** The same challenge with one more parameter. */
  public Challenge with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Challenge(scheme, more);
  }

  /** The header's value, each parameter as a quoted string unless its scheme forbids that. */
  public String headerValue() {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + written(p.getKey(), p.getValue()))
        .collect(Collectors.joining(", ", scheme + " ", ""));
  }

  /** The algorithm that it is for; empty if its scheme has but one. */
  String algorithm() {
    return parameters.entrySet().stream()
        .filter(parameter -> parameter.getKey().equalsIgnoreCase(ALGORITHM))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private String written(String name, String value) {
    return isUnquoted(name)
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private boolean isUnquoted(String name) {
    return switch (scheme) {
      case "Digest" -> UNQUOTED_IN_DIGEST.contains(name.toLowerCase(Locale.ROOT));
      case ScramText.SCHEME -> UNQUOTED_IN_SCRAM.contains(name);
      default -> false;
    };
  }
}
