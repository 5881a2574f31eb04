/**
 * HTTP message signatures (RFC 9421) and digests of the content (RFC 9530): what of a message is
 * signed and how it is written for that. It knows no HTTP server and no people; the checks
 * themselves are in {@code authn}. Start reading at {@link
 * dev.gatehouse.server.httpsignature.SignatureBase}.
 */
@NullMarked
package dev.gatehouse.server.httpsignature;

import org.jspecify.annotations.NullMarked;
