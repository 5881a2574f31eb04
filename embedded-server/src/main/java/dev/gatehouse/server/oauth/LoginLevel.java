package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much a person has to prove before a client gets its tokens, {@code acr_values} in its
 * request, and what the tokens then say of that (RFC 9470 §5, §6.1).
 */
final class LoginLevel {
  private static final String PARAMETER = "acr_values";

  private LoginLevel() {}

  /** The levels that can be asked for, by their names. */
  static List<String> offered() {
    return Arrays.stream(Assurance.values()).map(Assurance::text).toList();
  }

  /** Whether a login here can prove what the request wants. */
  static Check<AuthorizeAttempt> check() {
    return Check.<AuthorizeAttempt>check(
            "authorize.acr",
            "Can a login here prove that much?",
            "RFC 9470 §5",
            LoginLevel::canBeMet)
        .because("An API that asks for more is not helped by tokens that say less.")
        .refusedWith(OAuthErrors.redirected("unmet_authentication_requirements"));
  }

  private static Finding canBeMet(AuthorizeAttempt attempt) {
    Set<String> wanted = SpacedWords.in(attempt.get(PARAMETER).orElse(""));
    String expected = "one of " + String.join(", ", offered()) + ", if it names any";
    return wanted.isEmpty()
        ? Finding.passed(expected, "it names none")
        : Finding.of(wanted(attempt).isPresent(), expected, String.join(", ", wanted));
  }

  /** What the request wants: the first of those named that is known here (RFC 9470 §4). */
  static Optional<Assurance> wanted(AuthorizeAttempt attempt) {
    return Arrays.stream(attempt.get(PARAMETER).orElse("").split(" ", -1))
        .flatMap(name -> named(name).stream())
        .findFirst();
  }

  /** The level of this name. */
  static Optional<Assurance> named(@Nullable String name) {
    return Arrays.stream(Assurance.values()).filter(level -> level.text().equals(name)).findFirst();
  }

  /**
   * What tokens say of a login: {@code acr} (RFC 9068 §2.2.1) and {@code amr} (RFC 8176). Nothing
   * if nobody has kept account of how it was proved.
   */
  static Map<String, Object> claims(Set<String> methods) {
    Map<String, Object> claims = new HashMap<>();
    if (!methods.isEmpty()) {
      claims.put("acr", Assurance.of(methods).text());
      claims.put("amr", List.copyOf(new TreeSet<>(methods)));
    }
    return claims;
  }
}
