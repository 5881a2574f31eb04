package dev.gatehouse.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets that nobody has to remember: how they are made, and what is stored of them. They have at
 * least 190 bits of randomness, so a plain digest is enough: there is nothing to guess. Passwords
 * are different, see {@link Passwords}.
 */
public final class Secrets {
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** Random letters and digits, just under six bits each. */
  public static String lettersAndDigits(int length) {
    StringBuilder text = new StringBuilder(length);
    RANDOM
        .ints(length, 0, LETTERS_AND_DIGITS.length())
        .forEach(i -> text.append(LETTERS_AND_DIGITS.charAt(i)));
    return text.toString();
  }

  /** 256 random bits as base64url (RFC 4648 §5), 43 characters. */
  public static String bits256() {
    return base64Url(randomBytes(32));
  }

  /** This many random bytes. */
  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A number from 0 to {@code bound - 1}. */
  public static int number(int bound) {
    return RANDOM.nextInt(bound);
  }

  /** What is stored of a secret: its SHA-256 digest as base64url, 43 characters. */
  public static String digest(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return base64Url(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Whether a presented secret is the one of which {@code digest} is stored; takes the same time
   * whatever comes.
   */
  public static boolean fits(String digest, String presented) {
    return MessageDigest.isEqual(
        digest.getBytes(StandardCharsets.US_ASCII),
        digest(presented).getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
