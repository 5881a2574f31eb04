/**
 * One-time codes: how they are computed from a secret and the clock (RFC 6238, RFC 4226), and how
 * the secret is written down for people and their apps. It knows no HTTP server and no people; the
 * checks themselves are in {@code authn}. Start reading at {@link
 * dev.gatehouse.server.totp.OneTimeCodes}.
 */
@NullMarked
package dev.gatehouse.server.totp;

import org.jspecify.annotations.NullMarked;
