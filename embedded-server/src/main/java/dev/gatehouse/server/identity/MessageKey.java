package dev.gatehouse.server.identity;

import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import java.security.Key;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key by which signatures over HTTP messages are verified (RFC 9421 §1.4). It is for one
 * algorithm alone, whatever a message says (RFC 9421 §7.3.6).
 *
 * @param keyId its public name
 * @param algorithm what it is for
 * @param material the shared secret, or the public key as X.509 encodes it
 * @param personId whom it stands for
 * @param createdAt when it was issued
 */
public record MessageKey(
    String keyId,
    SignatureAlgorithm algorithm,
    byte[] material,
    String personId,
    Instant createdAt) {

  /** The public key or the shared secret. */
  public Key key() {
    return algorithm.isShared()
        ? new SecretKeySpec(material, "HMAC")
        : KeyPairs.publicKey(algorithm.jws(), material);
  }
}
