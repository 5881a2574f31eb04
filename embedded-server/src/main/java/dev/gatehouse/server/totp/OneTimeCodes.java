package dev.gatehouse.server.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes one-time codes: those of a counter (RFC 4226), where the counter is the number of the
 * time step (RFC 6238). Safe for use by many threads.
 */
public final class OneTimeCodes {
  /** How long a code lasts (RFC 6238 §5.2). */
  public static final Duration STEP = Duration.ofSeconds(30);

  /** How many digits a code has (RFC 4226 §5.3). */
  public static final int DIGITS = 6;

  /** How many steps a code may be early or late (RFC 6238 §5.2). */
  public static final int TOLERANCE = 1;

  private final String algorithm;
  private final TimeBasedOneTimePasswordGenerator generator;

  private OneTimeCodes(String algorithm, int digits) {
    this.algorithm = algorithm;
    this.generator = new TimeBasedOneTimePasswordGenerator(STEP, digits, algorithm);
  }

  /** Codes as every authenticator app computes them: six digits, HMAC with SHA-1. */
  public static OneTimeCodes standard() {
    return new OneTimeCodes(TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1, DIGITS);
  }

  /**
   * Codes of another kind (RFC 6238 §1.2).
   *
   * @param algorithm by its Java name, for example {@code HmacSHA256}
   * @param digits from 6 to 8
   */
  static OneTimeCodes of(String algorithm, int digits) {
    return new OneTimeCodes(algorithm, digits);
  }

  /** The number of the time step in which {@code time} is (RFC 6238 §4.2). */
  public static long stepAt(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
  }

  /** How long the code of this moment is still the code of the moment; at least a second's part. */
  public static Duration leftAt(Instant time) {
    return Duration.between(time, startOf(stepAt(time) + 1));
  }

  /**
   * The code of a step.
   *
   * @param secret at least 128 bits, better 160 (RFC 4226 §4)
   */
  public String at(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, algorithm), startOf(step), Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("HMAC takes any key", e);
    }
  }

  /**
   * The step whose code this is, of those that are acceptable at {@code now}. Each is compared in
   * constant time, and all of them are.
   */
  public OptionalLong stepOf(String code, byte[] secret, Instant now) {
    byte[] presented = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (int offset = -TOLERANCE; offset <= TOLERANCE; offset++) {
      long step = stepAt(now) + offset;
      byte[] right = at(secret, step).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(right, presented)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static Instant startOf(long step) {
    return Instant.ofEpochSecond(step * STEP.toSeconds());
  }
}
