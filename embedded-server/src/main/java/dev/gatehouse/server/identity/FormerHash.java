package dev.gatehouse.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How passwords were stored before {@link Passwords}: SHA-256 without a salt, in hexadecimal. It is
 * made for speed, so whoever has the table tries a million words in a second.
 */
final class FormerHash {
  private FormerHash() {}

  /** Whether this is the hash of that password; takes the same time whatever comes. */
  static boolean isOf(@Nullable String hash, byte[] password) {
    String stored = hash == null ? "" : hash;
    return MessageDigest.isEqual(
        stored.getBytes(StandardCharsets.US_ASCII),
        of(password).getBytes(StandardCharsets.US_ASCII));
  }

  private static String of(byte[] password) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(password));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
