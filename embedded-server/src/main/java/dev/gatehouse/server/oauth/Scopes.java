package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authz.Action;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be asked for (RFC 6749 §3.3). */
final class Scopes {
  /** Asks for an ID token (OpenID Connect Core §3.1.2.1). */
  static final String OPENID = "openid";

  /** Asks for the name. */
  static final String PROFILE = "profile";

  /** Asks for the email address. */
  static final String EMAIL = "email";

  /** Asks for a refresh token (OpenID Connect Core §11); one is given anyway. */
  static final String OFFLINE_ACCESS = "offline_access";

  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private Scopes() {}

  /** Every scope there is: those of the API, and those that tell about a person. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(Action.scopes());
    all.addAll(Set.of(OPENID, PROFILE, EMAIL, OFFLINE_ACCESS));
    return all;
  }

  /** As a list that is separated by spaces. */
  static String text(Set<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }

  /** Those that are missing from what is allowed, or cannot be scopes at all. */
  static Set<String> beyond(Set<String> asked, Set<String> allowed) {
    return asked.stream()
        .filter(scope -> !allowed.contains(scope) || !SCOPE.matcher(scope).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
