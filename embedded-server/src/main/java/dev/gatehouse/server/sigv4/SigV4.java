package dev.gatehouse.server.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** From a canonical request to its signature: AWS SigV4, steps 2 to 5. */
public final class SigV4 {
  /** The authentication scheme, which is also what the algorithm is called. */
  public static final String SCHEME = "AWS4-HMAC-SHA256";

  /** The header that says when a request was signed. */
  public static final String DATE_HEADER = "X-Amz-Date";

  private static final String HMAC = "HmacSHA256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private SigV4() {}

  /** A moment as {@link #DATE_HEADER} says it, for example {@code 20261124T120000Z}. */
  public static String timestamp(Instant moment) {
    return TIME.format(moment);
  }

  /** The moment that {@link #DATE_HEADER} says; empty if it is not written so. */
  public static Optional<Instant> moment(String timestamp) {
    try {
      return Optional.of(TIME.parse(timestamp, Instant::from));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Steps 2 and 3: what is signed.
   *
   * @param timestamp what {@link #DATE_HEADER} says
   */
  public static String stringToSign(
      String timestamp, CredentialScope scope, CanonicalRequest request) {
    byte[] canonical = request.text().getBytes(StandardCharsets.UTF_8);
    return String.join("\n", SCHEME, timestamp, scope.text(), sha256(canonical));
  }

  /** Steps 4 and 5: a key made of the secret and the scope, and with it the signature. */
  public static String signature(String secretKey, CredentialScope scope, String stringToSign) {
    byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
    key = hmac(key, scope.date());
    key = hmac(key, scope.region());
    key = hmac(key, scope.service());
    key = hmac(key, scope.termination());
    return HexFormat.of().formatHex(hmac(key, stringToSign));
  }

  /** A SHA-256 digest in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }
}
