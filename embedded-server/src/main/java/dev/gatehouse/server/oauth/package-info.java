/**
 * The authorization server: OAuth 2.0 and OpenID Connect, with what RFC 9700 asks for as the
 * default. Each endpoint is one file that holds its ordered list of checks, each grant one that
 * reads like its RFC section.
 *
 * <p>How the endpoints hang together: a browser is sent to {@code /oauth/authorize}, whose request
 * becomes a {@link dev.gatehouse.server.oauth.Pending}; the pages {@code /oauth/login} and {@code
 * /oauth/consent} carry its handle in their field {@code request}; the consent ends in a redirect
 * with a code, which {@code /oauth/token} takes. A television begins at {@code
 * /oauth/device_authorization} and its owner at {@code /oauth/device}, which leads to the same two
 * pages. Clients and their secrets are in the server's ready line.
 *
 * <p>Start reading at {@link dev.gatehouse.server.oauth.AuthorizationServer}, then {@link
 * dev.gatehouse.server.oauth.TokenEndpoint} and {@link dev.gatehouse.server.oauth.CodeGrant}. It
 * knows no HTTP server and no calendar.
 */
@NullMarked
package dev.gatehouse.server.oauth;

import org.jspecify.annotations.NullMarked;
