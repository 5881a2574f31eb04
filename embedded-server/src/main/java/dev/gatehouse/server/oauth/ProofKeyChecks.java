package dev.gatehouse.server.oauth;

import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code that is bound to a key: the request for it names the key in {@code dpop_jkt}, so that who
 * steals the code cannot redeem it without that key, even knowing the verifier (RFC 9449 §10).
 */
final class ProofKeyChecks {
  /** The parameter with the thumbprint (RFC 7638) of the key. */
  static final String PARAMETER = "dpop_jkt";

  private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  private ProofKeyChecks() {}

  /** Whether the request names a key, if it does, by its thumbprint. */
  static Check<AuthorizeAttempt> named() {
    return Check.<AuthorizeAttempt>check(
            "authorize.dpop-jkt",
            "Is the key named by its thumbprint?",
            "RFC 9449 §10",
            attempt -> {
              String expected = PARAMETER + " with a SHA-256 in base64url, if there is one";
              Optional<String> named = attempt.get(PARAMETER);
              return named
                  .map(
                      text ->
                          Finding.of(
                                  SHA256.matcher(text).matches(),
                                  expected,
                                  SHA256.matcher(text).matches() ? "it is one" : "something else")
                              .with(PARAMETER, text))
                  .orElseGet(() -> Finding.passed(expected, "there is none"));
            })
        .because("A code that is bound to what nobody can show would be of no use.")
        .refusedWith(OAuthErrors.redirected("invalid_request"));
  }

  /** Whether a pushed request names the key of the proof with which it came, if both are there. */
  static Check<PushedAttempt> ofProof() {
    return Check.<PushedAttempt>check(
            "par.dpop-jkt",
            "Does it name the key of its proof?",
            "RFC 9449 §10.1",
            attempt -> {
              String expected = "the same key in " + PARAMETER + " and in the proof, if both came";
              @Nullable String named = attempt.request().get(PARAMETER).orElse(null);
              @Nullable String shown = attempt.proof().jkt().orElse(null);
              return named == null || shown == null
                  ? Finding.passed(expected, "not both came")
                  : Finding.of(
                          named.equals(shown),
                          expected,
                          named.equals(shown) ? "it does" : "another")
                      .with(PARAMETER, named)
                      .with("shown", shown);
            })
        .because("Of two keys nobody could say to which the code is to be bound.")
        .refusedWith(OAuthErrors.INVALID_REQUEST);
  }

  /**
   * Whether who redeems a code has the key that it is bound to.
   *
   * @param bound the thumbprint, or null if it is bound to none
   * @param request who redeems it
   */
  static Finding shown(@Nullable String bound, TokenRequest request) {
    String shown = request.proof().jkt().orElse("");
    if (bound == null) {
      return Finding.passed("a proof of the key that it is bound to, if it is", "it is not");
    }
    return Finding.of(
            shown.equals(bound),
            "a proof of the key that it is bound to",
            shown.isEmpty() ? "no proof" : shown.equals(bound) ? "it is" : "that of another key")
        .with("bound to", bound)
        .with("shown", shown);
  }
}
