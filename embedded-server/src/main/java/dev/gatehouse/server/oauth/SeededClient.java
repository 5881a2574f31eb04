package dev.gatehouse.server.oauth;

import org.jspecify.annotations.Nullable;

/**
 * A registered program and what it proves itself with.
 *
 * @param client the program
 * @param secret its secret, or null if it has none
 * @param privateKey the JWK of the private key with which it signs, or null likewise
 * @param certificate the path of its certificate as PEM (RFC 7468 §5), or null likewise
 * @param certificateKey the path of the private key for that as PEM (RFC 7468 §10), or null
 *     likewise
 */
public record SeededClient(
    Client client,
    @Nullable String secret,
    @Nullable String privateKey,
    @Nullable String certificate,
    @Nullable String certificateKey) {
  /** The same with these files to show in TLS. */
  public SeededClient showing(String certificatePath, String keyPath) {
    return new SeededClient(client, secret, privateKey, certificatePath, keyPath);
  }
}
