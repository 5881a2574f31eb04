package dev.gatehouse.server.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/** How the secret behind one-time codes is written: as Base32 (RFC 4648 §6), for people to copy. */
public final class SecretText {
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+=*");

  private SecretText() {}

  /** The secret as Base32 without padding, as authenticator apps want it. */
  public static String of(byte[] secret) {
    return new Base32().encodeToString(secret).replace("=", "");
  }

  /**
   * The secret that somebody wrote or copied, in whatever case and with spaces or dashes in it;
   * empty if it is no Base32.
   */
  public static Optional<byte[]> read(String text) {
    String plain = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    byte[] secret = BASE32.matcher(plain).matches() ? new Base32().decode(plain) : new byte[0];
    return secret.length == 0 ? Optional.empty() : Optional.of(secret);
  }

  /**
   * The address by which an authenticator app takes the secret over, mostly from a picture
   * (draft-linuxgemini-otpauth-uri).
   *
   * @param person whose it is
   * @param issuer whom the codes are for
   * @param secret as Base32
   */
  public static String address(String person, String issuer, String secret) {
    return "otpauth://totp/"
        + escaped(issuer)
        + ":"
        + escaped(person)
        + "?secret="
        + secret
        + "&issuer="
        + escaped(issuer);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
