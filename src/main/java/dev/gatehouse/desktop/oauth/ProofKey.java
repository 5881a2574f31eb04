package dev.gatehouse.desktop.oauth;

import dev.gatehouse.server.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What proves that who redeems a code is who has asked for it (RFC 7636).
 *
 * @param verifier kept until the code is redeemed
 * @param challenge sent with the request for the code: the hash of the verifier (§4.2)
 */
record ProofKey(String verifier, String challenge) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one. */
  static ProofKey make() {
    return of(random());
  }

  /** The one with this verifier. */
  static ProofKey of(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return new ProofKey(verifier, Base64Url.encode(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A text of 256 bits that nobody can guess, also for {@code state} and {@code nonce}. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }
}
