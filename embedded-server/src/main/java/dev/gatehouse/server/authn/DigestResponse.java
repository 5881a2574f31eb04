package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DigestAlgorithm;

/**
 * The arithmetic of Digest (RFC 7616 §3.4.1): how a caller proves a password without sending it.
 * Both sides compute it.
 *
 * @param algorithm by which everything is hashed
 * @param session whether the secret is hashed with the nonces once more ({@code -sess}, §3.4.2)
 * @param nonce the server's
 * @param nonceCount eight hexadecimal digits: how often the caller has used that nonce
 * @param clientNonce the caller's
 * @param qop {@code auth}, or {@code auth-int} if the body is hashed as well
 */
public record DigestResponse(
    DigestAlgorithm algorithm,
    boolean session,
    String nonce,
    String nonceCount,
    String clientNonce,
    String qop) {
  /** The quality of protection that covers the body. */
  public static final String WITH_BODY = "auth-int";

  /** The one that does not. */
  public static final String WITHOUT_BODY = "auth";

  /**
   * What a caller answers.
   *
   * @param secret see {@link DigestAlgorithm#secret}
   * @param uri the request's target, as in the parameter {@code uri}
   */
  public String of(String secret, String method, String uri, byte[] body) {
    return keyed(secret, request(method, uri, body));
  }

  /** What of the request is hashed: A2 of RFC 7616 §3.4.3. */
  public String request(String method, String uri, byte[] body) {
    return method + ":" + uri + (qop.equals(WITH_BODY) ? ":" + algorithm.hash(body) : "");
  }

  /**
   * How the server proves in turn that it knows the secret: {@code rspauth} (RFC 7616 §3.5).
   *
   * @param body the body of the server's answer
   */
  public String byServer(String secret, String uri, byte[] body) {
    return keyed(secret, request("", uri, body));
  }

  private String keyed(String secret, String request) {
    String key = session ? algorithm.hash(secret + ":" + nonce + ":" + clientNonce) : secret;
    return algorithm.hash(
        String.join(":", key, nonce, nonceCount, clientNonce, qop, algorithm.hash(request)));
  }
}
