package dev.gatehouse.server.authn;

/**
 * A token that was sent together with a proof (RFC 9449 §7.1).
 *
 * @param token the access token
 * @param proof that its sender has the key
 */
record DpopAttempt(JwtAttempt token, DpopProof proof) {}
