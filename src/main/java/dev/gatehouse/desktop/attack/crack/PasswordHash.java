package dev.gatehouse.desktop.attack.crack;

import com.password4j.Argon2Function;
import com.password4j.BadParametersException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a server stores of a password: SHA-256 without a salt, in hexadecimal, which takes less than
 * a microsecond to compute; or Argon2 as a PHC string, which takes tens of milliseconds.
 */
public final class PasswordHash {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private PasswordHash() {}

  /** The hash in this text; empty if it is none of these. */
  public static Optional<Lock> in(String text) {
    String hash = text.strip();
    if (SHA_256.matcher(hash).matches()) {
      byte[] digest = HexFormat.of().parseHex(hash);
      return Optional.of(() -> sha256(digest));
    }
    return isArgon2(hash) ? Optional.of(() -> argon2(hash)) : Optional.empty();
  }

  private static Predicate<String> sha256(byte[] digest) {
    try {
      MessageDigest computing = MessageDigest.getInstance("SHA-256");
      return word ->
          MessageDigest.isEqual(digest, computing.digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static Predicate<String> argon2(String hash) {
    byte[] stored = hash.getBytes(StandardCharsets.US_ASCII);
    return word ->
        Argon2Function.getInstanceFromHash(hash)
            .check(word.getBytes(StandardCharsets.UTF_8), stored);
  }

  private static boolean isArgon2(String hash) {
    try {
      return hash.startsWith("$argon2") && Argon2Function.getInstanceFromHash(hash) != null;
    } catch (BadParametersException unreadable) {
      return false;
    }
  }
}
