/**
 * AWS Signature Version 4: what of a request is signed and how, step by step as Amazon describes
 * it. It knows no HTTP server and no people; the checks themselves are in {@code authn}. Start
 * reading at {@link dev.gatehouse.server.sigv4.CanonicalRequest}.
 */
@NullMarked
package dev.gatehouse.server.sigv4;

import org.jspecify.annotations.NullMarked;
