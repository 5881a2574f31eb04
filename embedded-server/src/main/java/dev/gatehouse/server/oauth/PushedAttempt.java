package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.DpopProof;

/**
 * A request for authorization that a client deposits.
 *
 * @param request as the browser's would be
 * @param proof of the key to which the code is to be bound, if one came (RFC 9449 §10.1)
 */
record PushedAttempt(AuthorizeAttempt request, DpopProof proof) {}
