package dev.gatehouse.server.identity;

/**
 * The secret from which somebody's one-time codes are computed. The server needs it as it is, a
 * digest would not do (RFC 6238 §5.1).
 *
 * @param personId whose it is
 * @param secret 20 random bytes
 */
public record TotpSecret(String personId, byte[] secret) {}
