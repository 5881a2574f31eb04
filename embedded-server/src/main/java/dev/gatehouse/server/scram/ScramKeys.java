package dev.gatehouse.server.scram;

/**
 * What a client computes from its password (RFC 5802 §3). The password is needed for nothing else.
 *
 * @param clientKey by which the client proves itself
 * @param serverKey by which it recognises the server
 */
public record ScramKeys(byte[] clientKey, byte[] serverKey) {
  /**
   * Computes them, which takes long on purpose.
   *
   * @param password as typed
   * @param salt the server's, at least one byte
   * @param iterations how often it is hashed, at least 1
   * @throws ScramException if a character of the password must not be in one
   */
  public static ScramKeys derive(String password, byte[] salt, int iterations)
      throws ScramException {
    byte[] salted = Sha256.slow(SaslPrep.prepare(password), salt, iterations);
    return new ScramKeys(Sha256.hmac(salted, "Client Key"), Sha256.hmac(salted, "Server Key"));
  }

  /**
   * What only who has the password can send.
   *
   * @param agreed all that both sides have said, see {@link ClientFinal#agreed}
   */
  public byte[] proof(String agreed) {
    return ScramVerifier.xor(clientKey, Sha256.hmac(Sha256.hash(clientKey), agreed));
  }

  /** What a server stores of them. */
  public ScramVerifier verifier() {
    return new ScramVerifier(Sha256.hash(clientKey), serverKey);
  }
}
