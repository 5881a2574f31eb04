package dev.gatehouse.server.authn;

import dev.gatehouse.server.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The nonces that this server gives out (RFC 7616 §3.3). Each says when it was made and perhaps
 * what for, and is signed: to give one out nothing has to be remembered, however many strangers
 * ask. How often each was used is remembered, within bounds: if there are too many, the oldest are
 * not valid any longer. Safe for use by many threads.
 */
final class SignedNonces {
  /** How long a nonce is good. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** How often one can be used: 1,000 times. */
  static final int MOST_USES = 1_000;

  /** Of how many it is remembered how often they were used. */
  static final int REMEMBERED = 10_000;

  private static final int TIME_LENGTH = 16;
  private static final int RANDOM_BYTES = 18;
  private static final int CONTENT_AT = TIME_LENGTH + RANDOM_BYTES * 4 / 3;

  /** A SHA-256 in base64url. */
  private static final int SIGNATURE_LENGTH = 43;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final byte[] key = randomBytes(32);
  // A nonce begins with its time, so that the first of them is the oldest.
  private final NavigableMap<String, BitSet> used = new TreeMap<>();
  private Instant goodAfter = Instant.MIN;

  SignedNonces(Clock clock) {
    this.clock = clock;
  }

  /** A new one. */
  String next() {
    return next("");
  }

  /** A new one that carries this text. */
  String next(String content) {
    String time = HexFormat.of().toHexDigits(clock.instant().toEpochMilli());
    String text =
        time
            + Base64Url.encode(randomBytes(RANDOM_BYTES))
            + Base64Url.encode(content.getBytes(StandardCharsets.UTF_8));
    return text + signature(text);
  }

  /** Whether this server made it. */
  boolean isOurs(String nonce) {
    int end = nonce.length() - SIGNATURE_LENGTH;
    return end >= CONTENT_AT
        && MessageDigest.isEqual(
            signature(nonce.substring(0, end)).getBytes(StandardCharsets.UTF_8),
            nonce.substring(end).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The text that it carries.
   *
   * @param nonce one of ours
   */
  static String content(String nonce) {
    String encoded = nonce.substring(CONTENT_AT, nonce.length() - SIGNATURE_LENGTH);
    return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  /**
   * The part of it that nobody can foresee: 24 letters, digits, {@code -} and {@code _}.
   *
   * @param nonce one of ours
   */
  static String random(String nonce) {
    return nonce.substring(TIME_LENGTH, CONTENT_AT);
  }

  /**
   * When it was made.
   *
   * @param nonce one of ours
   */
  static Instant madeAt(String nonce) {
    return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(nonce, 0, TIME_LENGTH));
  }

  /**
   * Whether it is still good.
   *
   * @param nonce one of ours
   */
  synchronized boolean isFresh(String nonce) {
    Instant madeAt = madeAt(nonce);
    return clock.instant().isBefore(madeAt.plus(LIFETIME)) && madeAt.isAfter(goodAfter);
  }

  /**
   * Notes that it is used for the {@code count}th time.
   *
   * @return false if it was used with this count already, or the count is out of bounds
   */
  synchronized boolean use(String nonce, long count) {
    if (count < 1 || count > MOST_USES) {
      return false;
    }
    BitSet counts = used.computeIfAbsent(nonce, first -> new BitSet());
    if (counts.get((int) count)) {
      return false;
    }
    counts.set((int) count);
    forgetOld();
    return true;
  }

  /** Gives a use back, for the proof that came with it was none. */
  synchronized void notUsed(String nonce, long count) {
    BitSet counts = used.get(nonce);
    if (counts != null && count <= MOST_USES) {
      counts.clear((int) count);
      if (counts.isEmpty()) {
        used.remove(nonce);
      }
    }
  }

  private void forgetOld() {
    Instant now = clock.instant();
    while (!used.isEmpty()) {
      Instant oldest = madeAt(used.firstKey());
      boolean expired = !now.isBefore(oldest.plus(LIFETIME));
      if (!expired && used.size() <= REMEMBERED) {
        return;
      }
      if (!expired) {
        goodAfter = oldest;
      }
      used.pollFirstEntry();
    }
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64Url.encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
