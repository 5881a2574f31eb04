package dev.gatehouse.desktop.credential;

import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import dev.gatehouse.server.jose.KeyPairs;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody signs messages with.
 *
 * @param algorithm how
 * @param keyId the public name of the key
 * @param key the shared secret or the private key
 */
record SignatureKey(SignatureAlgorithm algorithm, String keyId, Key key) {

  /**
   * The key that is filled in.
   *
   * @throws CredentialException if it is none, or of another algorithm than is chosen
   */
  static SignatureKey from(Map<String, String> values) throws CredentialException {
    String named = values.getOrDefault(HttpSignatureCredential.ALGORITHM, "");
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.named(named)
            .orElseThrow(() -> new CredentialException("Choose an algorithm to sign with."));
    String keyId = HeaderSecret.from(values, HttpSignatureCredential.KEY_ID, "name of a key");
    String text = values.getOrDefault(HttpSignatureCredential.KEY, "");
    if (text.isBlank()) {
      throw new CredentialException(
          "There is no key yet. Paste one, or choose a person who has one.");
    }
    return new SignatureKey(algorithm, keyId, key(algorithm, text));
  }

  /** The signature over these bytes. */
  byte[] sign(byte[] base) throws CredentialException {
    try {
      return algorithm.sign(key, base);
    } catch (IllegalArgumentException unusable) {
      throw new CredentialException("The key cannot sign by " + algorithm.text() + ".");
    }
  }

  private static Key key(SignatureAlgorithm algorithm, String text) throws CredentialException {
    if (algorithm.isShared()) {
      return new SecretKeySpec(text.strip().getBytes(StandardCharsets.UTF_8), "HMAC");
    }
    try {
      return KeyPairs.privateKey(algorithm.jws(), text);
    } catch (IllegalArgumentException unusable) {
      throw new CredentialException(
          "It is no private key for "
              + algorithm.text()
              + ". Paste one that begins with -----BEGIN PRIVATE KEY-----.");
    }
  }
}
