package dev.gatehouse.server.jose;

import java.math.BigInteger;
import java.util.Base64;

/**
 * Base64url as tokens use it (RFC 7515 §2, RFC 4648 §5): no padding, no line breaks, no blanks, and
 * only one way to write the same bytes (RFC 4648 §3.5).
 */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Base64Url() {}

  /** Writes bytes as base64url. */
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /**
   * Reads base64url.
   *
   * @param text what is to be read; may be empty
   * @param what the name of this text, for the message
   * @throws JoseException if it is written in any other way than {@link #encode} would
   */
  public static byte[] decode(String text, String what) throws JoseException {
    byte[] bytes;
    try {
      bytes = DECODER.decode(text);
    } catch (IllegalArgumentException otherCharacters) {
      throw new JoseException(what + " is not base64url");
    }
    if (text.endsWith("=")) {
      throw new JoseException(what + " is padded with =");
    }
    if (hasStrayBits(text)) {
      throw new JoseException(what + " ends with bits that belong to no byte");
    }
    return bytes;
  }

  /** Reads a whole number from its shortest form (Base64urlUInt, RFC 7518 §2). */
  static BigInteger decodeNumber(String text, String what) throws JoseException {
    byte[] bytes = decode(text, what);
    if (bytes.length == 0 || (bytes.length > 1 && bytes[0] == 0)) {
      throw new JoseException(what + " is not a number in its shortest form");
    }
    return new BigInteger(1, bytes);
  }

  /** Writes a positive number in its shortest form (Base64urlUInt, RFC 7518 §2). */
  static String encodeNumber(BigInteger number) {
    return encode(fixedLength(number, (number.bitLength() + 7) / 8));
  }

  /** The big-endian bytes of a number that is not negative, exactly this many. */
  static byte[] fixedLength(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] fixed = new byte[length];
    int count = Math.min(length, signed.length);
    System.arraycopy(signed, signed.length - count, fixed, length - count, count);
    return fixed;
  }

  /** The last character of a group of two or three carries bits that must be zero. */
  private static boolean hasStrayBits(String text) {
    int inGroup = text.length() % 4;
    if (inGroup == 0) {
      return false;
    }
    int value = valueOf(text.charAt(text.length() - 1));
    return (value & (inGroup == 2 ? 0b1111 : 0b11)) != 0;
  }

  private static int valueOf(char c) {
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(c);
  }
}
