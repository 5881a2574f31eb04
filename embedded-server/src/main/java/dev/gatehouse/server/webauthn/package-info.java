/**
 * Passkeys as they are written (W3C Web Authentication Level 3): what the browser says, what the
 * authenticator says, and how both travel as JSON. The server reads it, the client writes it.
 * Nothing is judged here: that is for the package {@code authn}. Begin with {@link
 * dev.gatehouse.server.webauthn.Assertion}.
 */
@NullMarked
package dev.gatehouse.server.webauthn;

import org.jspecify.annotations.NullMarked;
