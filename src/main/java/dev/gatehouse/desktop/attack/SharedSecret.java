package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.Signatures;
import javax.crypto.spec.SecretKeySpec;

/** A secret that the attacker knows or guesses, and what can be signed with it. */
public final class SharedSecret {
  private final SecretKeySpec key;

  /** This secret. */
  public SharedSecret(byte[] secret) {
    // HMAC fills a short secret up with zeros (RFC 2104 §2), so one zero is as good as nothing,
    // which Java takes for a mistake.
    byte[] bytes = secret.length == 0 ? new byte[1] : secret;
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** The token signed with it by HS256, whatever its header says. */
  public CompactToken sign(CompactToken token) {
    return token.withSignature(Signatures.sign(JwsAlgorithm.HS256, key, token.signingInput()));
  }

  /** The token with HS256 and this key's name in its header, signed. */
  public CompactToken signAs(String kid, CompactToken token) throws CredentialException {
    return sign(token.withHeader("alg", "HS256").withHeader("kid", kid));
  }
}
