package dev.gatehouse.server.httpsignature;

import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.Signatures;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;

/** The ways to sign a message that are spoken here (RFC 9421 §3.3). */
public enum SignatureAlgorithm {
  HMAC_SHA256("hmac-sha256", JwsAlgorithm.HS256),
  RSA_PSS_SHA512("rsa-pss-sha512", JwsAlgorithm.PS512),
  ECDSA_P256_SHA256("ecdsa-p256-sha256", JwsAlgorithm.ES256),
  ED25519("ed25519", JwsAlgorithm.EDDSA);

  private final String text;
  private final JwsAlgorithm same;

  SignatureAlgorithm(String text, JwsAlgorithm same) {
    this.text = text;
    this.same = same;
  }

  /** The algorithm of this name in the registry (RFC 9421 §6.2.2), compared letter by letter. */
  public static Optional<SignatureAlgorithm> named(String text) {
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
  }

  /** Its name: the value of the parameter {@code alg}. */
  public String text() {
    return text;
  }

  /** The algorithm under which JSON Web Signatures know the same computation (RFC 7518 §3.1). */
  public JwsAlgorithm jws() {
    return same;
  }

  /** Whether both sides have the same key, which either of them can sign with. */
  public boolean isShared() {
    return same.family() == JwsAlgorithm.Family.HMAC;
  }

  /**
   * Whether {@code signature} was made over {@code base} with this key.
   *
   * @param key a public key or a shared secret; one that the algorithm cannot use fits nothing
   */
  public boolean fits(Key key, byte[] base, byte[] signature) {
    return Signatures.fits(same, key, base, signature);
  }

  /**
   * Signs.
   *
   * @param key a private key or a shared secret
   * @throws IllegalArgumentException if the algorithm cannot use it
   */
  public byte[] sign(Key key, byte[] base) {
    return Signatures.sign(same, key, base);
  }
}
