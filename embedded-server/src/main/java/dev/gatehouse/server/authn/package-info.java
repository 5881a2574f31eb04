/**
 * Who are you? One file per scheme, each an ordered list of checks that reads top to bottom like
 * its specification.
 *
 * <p>Start reading at {@link dev.gatehouse.server.authn.Authenticator}; {@link
 * dev.gatehouse.server.authn.Gate} runs them. A new scheme is one class here that is found by its
 * {@link dev.gatehouse.server.authn.AuthenticatorFactory}; nothing else changes.
 */
@NullMarked
package dev.gatehouse.server.authn;

import org.jspecify.annotations.NullMarked;
