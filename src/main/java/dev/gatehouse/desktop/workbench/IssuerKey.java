package dev.gatehouse.desktop.workbench;

/**
 * A public key that the server has published (RFC 7517 §4).
 *
 * @param kid its identifier
 * @param algorithm what is signed with it, for example {@code RS256}
 * @param signing whether tokens are still signed with it; if not, those of before are verified with
 *     it until the last of them has ended
 */
public record IssuerKey(String kid, String algorithm, boolean signing) {}
