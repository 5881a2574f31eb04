package dev.gatehouse.server.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Verifies RSASSA-PKCS1-v1_5 as RFC 8017 §8.2.2 says: what is signed is made once more, and
 * compared byte by byte. Java's own {@code SHA256withRSA} reads it instead, and so lets more than
 * one form of it pass.
 */
final class EncodedHash {
  // What stands before the hash (RFC 8017 §9.2, note 1).
  private static final byte[] SHA_256 =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");
  private static final byte[] SHA_384 =
      HexFormat.of().parseHex("3041300d060960864801650304020205000430");
  private static final byte[] SHA_512 =
      HexFormat.of().parseHex("3051300d060960864801650304020305000440");

  private EncodedHash() {}

  /** Whether {@code signature} was made over {@code text} with this key. */
  static boolean fits(JwsAlgorithm algorithm, RSAPublicKey key, byte[] text, byte[] signature)
      throws GeneralSecurityException {
    BigInteger number = new BigInteger(1, signature);
    if (number.compareTo(key.getModulus()) >= 0) {
      return false;
    }
    byte[] found =
        Base64Url.fixedLength(
            number.modPow(key.getPublicExponent(), key.getModulus()), signature.length);
    byte[] hash = MessageDigest.getInstance(algorithm.javaHash()).digest(text);
    return MessageDigest.isEqual(encoded(prefixOf(algorithm), hash, signature.length), found);
  }

  /** 00 01 FF … FF 00, the name of the hash function, the hash (EMSA-PKCS1-v1_5). */
  private static byte[] encoded(byte[] prefix, byte[] hash, int length) {
    byte[] encoded = new byte[length];
    Arrays.fill(encoded, (byte) 0xFF);
    int prefixAt = length - hash.length - prefix.length;
    encoded[0] = 0;
    encoded[1] = 1;
    encoded[prefixAt - 1] = 0;
    System.arraycopy(prefix, 0, encoded, prefixAt, prefix.length);
    System.arraycopy(hash, 0, encoded, length - hash.length, hash.length);
    return encoded;
  }

  private static byte[] prefixOf(JwsAlgorithm algorithm) {
    return switch (algorithm.hashBits()) {
      case 256 -> SHA_256;
      case 384 -> SHA_384;
      case 512 -> SHA_512;
      default -> throw new IllegalArgumentException(algorithm.text());
    };
  }
}
