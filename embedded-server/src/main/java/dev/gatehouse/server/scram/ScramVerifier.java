package dev.gatehouse.server.scram;

import java.security.MessageDigest;

/**
 * What a server stores instead of a password (RFC 5802 §3). Who steals it can pose as the server,
 * but not as the client: for that the password has to be guessed first.
 *
 * @param storedKey the hash of the client's key, 32 bytes
 * @param serverKey by which the server proves itself, 32 bytes
 */
public record ScramVerifier(byte[] storedKey, byte[] serverKey) {
  /**
   * Whether this proof was made with the password. Takes the same time whatever comes.
   *
   * @param agreed all that both sides have said, see {@link ClientFinal#agreed}
   */
  public boolean isProvedBy(byte[] proof, String agreed) {
    byte[] clientSignature = Sha256.hmac(storedKey, agreed);
    return proof.length == clientSignature.length
        && MessageDigest.isEqual(Sha256.hash(xor(proof, clientSignature)), storedKey);
  }

  /**
   * How the server proves in turn that it knows the person.
   *
   * @param agreed all that both sides have said
   */
  public byte[] signature(String agreed) {
    return Sha256.hmac(serverKey, agreed);
  }

  static byte[] xor(byte[] one, byte[] other) {
    byte[] both = new byte[one.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = (byte) (one[i] ^ other[i]);
    }
    return both;
  }
}
