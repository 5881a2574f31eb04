package dev.gatehouse.server.jose;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PublicKey;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Public keys as PEM, the text form in which programs keep them (RFC 7468 §13). */
public final class PublicKeyText {
  private static final int LINE = 64;

  private PublicKeyText() {}

  /** A public key as PEM, with line breaks and one at the end. */
  public static String pem(PublicKey key) {
    String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }

  /**
   * What a careless verifier takes for a shared secret: a secret itself, or the text of a public
   * key (CVE-2016-10555). It is here to be shown; no check that a hardened server makes lets it
   * come to this.
   */
  public static Key mistakenForSecret(Key key) {
    if (key instanceof SecretKey || !(key instanceof PublicKey publicKey)) {
      return key;
    }
    return new SecretKeySpec(pem(publicKey).getBytes(StandardCharsets.US_ASCII), "HMAC");
  }
}
