package dev.gatehouse.server.jose;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ways to sign that are accepted here (RFC 7518 §3.1, RFC 8037 §3.1). There is no constant for
 * {@code none}, in whatever spelling.
 */
public enum JwsAlgorithm {
  HS256("HS256", Family.HMAC, "HmacSHA256", 256),
  HS384("HS384", Family.HMAC, "HmacSHA384", 384),
  HS512("HS512", Family.HMAC, "HmacSHA512", 512),
  RS256("RS256", Family.RSA, "SHA256withRSA", 256),
  RS384("RS384", Family.RSA, "SHA384withRSA", 384),
  RS512("RS512", Family.RSA, "SHA512withRSA", 512),
  PS256("PS256", Family.RSA_PSS, "RSASSA-PSS", 256),
  PS384("PS384", Family.RSA_PSS, "RSASSA-PSS", 384),
  PS512("PS512", Family.RSA_PSS, "RSASSA-PSS", 512),
  ES256("ES256", Family.ECDSA, "SHA256withECDSAinP1363Format", 256),
  ES384("ES384", Family.ECDSA, "SHA384withECDSAinP1363Format", 384),
  ES512("ES512", Family.ECDSA, "SHA512withECDSAinP1363Format", 512),
  EDDSA("EdDSA", Family.EDDSA, "Ed25519", 512);

  /** What kind of key an algorithm needs. */
  public enum Family {
    HMAC("a shared secret"),
    RSA("an RSA key"),
    RSA_PSS("an RSA key"),
    ECDSA("a key on an elliptic curve"),
    EDDSA("an Ed25519 key");

    private final String words;

    Family(String words) {
      this.words = words;
    }

    /** The kind of key in words. */
    public String words() {
      return words;
    }
  }

  private static final Map<String, JwsAlgorithm> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(JwsAlgorithm::text, Function.identity()));

  private final String text;
  private final Family family;
  private final String javaName;
  private final int hashBits;

  JwsAlgorithm(String text, Family family, String javaName, int hashBits) {
    this.text = text;
    this.family = family;
    this.javaName = javaName;
    this.hashBits = hashBits;
  }

  /** The algorithm of this name, compared letter by letter (RFC 7515 §4.1.1). */
  public static Optional<JwsAlgorithm> named(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }

  /** Its name in tokens and keys: the value of {@code alg}. */
  public String text() {
    return text;
  }

  /** What kind of key it needs. */
  public Family family() {
    return family;
  }

  /** The length of the hash in bits. */
  public int hashBits() {
    return hashBits;
  }

  /** Its name in the Java Cryptography Architecture. */
  String javaName() {
    return javaName;
  }

  /** The name of its hash in the Java Cryptography Architecture. */
  String javaHash() {
    return "SHA-" + hashBits;
  }
}
