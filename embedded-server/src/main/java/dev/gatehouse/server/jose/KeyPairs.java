package dev.gatehouse.server.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes key pairs, and reads and writes keys in the forms in which other programs keep them. */
public final class KeyPairs {
  private static final Pattern PEM =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END PRIVATE KEY-----\\s*");
  private static final int LINE = 64;

  private KeyPairs() {}

  /**
   * A new key pair. An RSA key takes about a tenth of a second.
   *
   * @throws IllegalArgumentException if the algorithm has no key pairs
   */
  public static KeyPair generate(JwsAlgorithm algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(javaName(algorithm));
      switch (algorithm.family()) {
        case RSA, RSA_PSS -> generator.initialize(Jwk.MIN_RSA_BITS);
        case ECDSA -> generator.initialize(Curve.of(algorithm).orElseThrow().parameters());
        default -> {}
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform makes keys for " + algorithm.text(), e);
    }
  }

  /**
   * The public key in this encoding (RFC 5280 §4.1.2.7), as {@link PublicKey#getEncoded()} gives
   * it.
   *
   * @throws IllegalArgumentException if it is no such key for this algorithm
   */
  public static PublicKey publicKey(JwsAlgorithm algorithm, byte[] encoded) {
    try {
      return KeyFactory.getInstance(javaName(algorithm))
          .generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("no public key for " + algorithm.text(), unusable);
    }
  }

  /** A private key as PEM (RFC 7468 §10), with line breaks and one at the end. */
  public static String pem(PrivateKey key) {
    String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  /**
   * Reads a private key from PEM (RFC 7468 §10). Line breaks may have been lost.
   *
   * @throws IllegalArgumentException if it is no such text, or the key of another algorithm
   */
  public static PrivateKey privateKey(JwsAlgorithm algorithm, String pem) {
    Matcher text = PEM.matcher(pem);
    if (!text.matches()) {
      throw new IllegalArgumentException("no private key as PEM");
    }
    try {
      byte[] encoded =
          Base64.getMimeDecoder().decode(text.group(1).getBytes(StandardCharsets.US_ASCII));
      return KeyFactory.getInstance(javaName(algorithm))
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("no private key for " + algorithm.text(), unusable);
    }
  }

  private static String javaName(JwsAlgorithm algorithm) {
    return switch (algorithm.family()) {
      case RSA, RSA_PSS -> "RSA";
      case ECDSA -> "EC";
      case EDDSA -> "Ed25519";
      case HMAC -> throw new IllegalArgumentException(algorithm.text() + " has no key pairs");
    };
  }
}
