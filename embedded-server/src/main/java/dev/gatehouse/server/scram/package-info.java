/**
 * SCRAM-SHA-256 (RFC 5802, RFC 7677): its four messages, and the arithmetic by which both sides
 * prove that they know a password. It knows no HTTP server and no people; the checks themselves are
 * in {@code authn}. Start reading at {@link dev.gatehouse.server.scram.ScramKeys}.
 */
@NullMarked
package dev.gatehouse.server.scram;

import org.jspecify.annotations.NullMarked;
