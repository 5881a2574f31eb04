package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Key;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kotlin.Lazy;
import kotlin.LazyKt;

/**
 * A key of this server, for one algorithm alone (RFC 8725 §3.1). It is made when it is first
 * needed, because finding large primes takes a while.
 */
final class OwnKey {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KID_DIGITS = 1_000_000;

  /** What is signed with and what is verified with; the same thing if it is a secret. */
  private record Material(Key signing, Key verifying) {}

  private final JwsAlgorithm algorithm;
  private final String kid;
  private final Lazy<Material> material;

  /** A key for this algorithm, under a name that no other run of this server has used. */
  OwnKey(JwsAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.kid =
        algorithm.text().toLowerCase(Locale.ROOT)
            + String.format(Locale.ROOT, "-%06d", RANDOM.nextInt(KID_DIGITS));
    this.material = LazyKt.lazy(this::make);
  }

  /** A secret that there has been before this run, under its old name. */
  OwnKey(JwsAlgorithm algorithm, String kid, SecretKey secret) {
    this.algorithm = algorithm;
    this.kid = kid;
    this.material = LazyKt.lazyOf(new Material(secret, secret));
  }

  JwsAlgorithm algorithm() {
    return algorithm;
  }

  String kid() {
    return kid;
  }

  /** Whether it can be published: others verify with it. */
  boolean isPublic() {
    return algorithm.family() != JwsAlgorithm.Family.HMAC;
  }

  /** Whether making it takes long: large primes have to be found. */
  boolean isSlow() {
    return algorithm.family() == JwsAlgorithm.Family.RSA
        || algorithm.family() == JwsAlgorithm.Family.RSA_PSS;
  }

  /** Whether it has been needed yet. */
  boolean isMade() {
    return material.isInitialized();
  }

  /** The private key or the secret. */
  Key signing() {
    return material.getValue().signing();
  }

  /** The key as a verifier sees it. */
  Jwk jwk() {
    return new Jwk(kid, algorithm.text(), "sig", null, () -> material.getValue().verifying());
  }

  /**
   * The public key as JSON (RFC 7517 §4).
   *
   * @throws IllegalArgumentException if it is a secret
   */
  ObjectNode publicJwk() {
    return PublicJwk.of(material.getValue().verifying())
        .put("kid", kid)
        .put("use", "sig")
        .put("alg", algorithm.text());
  }

  private Material make() {
    if (algorithm.family() == JwsAlgorithm.Family.HMAC) {
      return secret();
    }
    KeyPair pair = KeyPairs.generate(algorithm);
    return new Material(pair.getPrivate(), pair.getPublic());
  }

  /** As long as the hash, the least that RFC 7518 §3.2 allows. */
  private Material secret() {
    byte[] bytes = new byte[algorithm.hashBits() / Byte.SIZE];
    RANDOM.nextBytes(bytes);
    Key secret = new SecretKeySpec(bytes, algorithm.javaName());
    return new Material(secret, secret);
  }
}
