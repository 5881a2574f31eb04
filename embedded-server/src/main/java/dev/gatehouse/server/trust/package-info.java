/**
 * Other issuers whose tokens open this API: who they are, and where their keys come from. What a
 * token of theirs has to fulfil is for the checks in {@code authn}. Start reading at {@link
 * dev.gatehouse.server.trust.TrustedIssuer}.
 */
@NullMarked
package dev.gatehouse.server.trust;

import org.jspecify.annotations.NullMarked;
