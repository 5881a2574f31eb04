package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Secrets;
import java.util.regex.Pattern;

/**
 * Proof Key for Code Exchange (RFC 7636): who redeems a code must know the verifier whose challenge
 * came with the request for it.
 */
final class Pkce {
  /** The only method: the other one sends the verifier itself (RFC 9700 §2.1.1). */
  static final String METHOD = "S256";

  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Pkce() {}

  /** The challenge of a verifier by S256 (RFC 7636 §4.2). */
  static String challengeOf(String verifier) {
    return Secrets.digest(verifier);
  }

  /** Whether it is written as a verifier (RFC 7636 §4.1). */
  static boolean isVerifier(String text) {
    return VERIFIER.matcher(text).matches();
  }

  /** Whether it is written as a challenge of S256. */
  static boolean isChallenge(String text) {
    return CHALLENGE.matcher(text).matches();
  }
}
