/**
 * Our OAuth client: how it finds out about an authorization server, how it gets tokens there, what
 * the browser does in between, and what it checks of each answer. Nothing here knows JavaFX, and
 * nothing says how a token is put on a call.
 *
 * <p>Start reading at {@link dev.gatehouse.desktop.oauth.CodeFlow}, then {@link
 * dev.gatehouse.desktop.oauth.ResponseChecks} and {@link
 * dev.gatehouse.desktop.oauth.IdTokenChecks}.
 */
@NullMarked
package dev.gatehouse.desktop.oauth;

import org.jspecify.annotations.NullMarked;
