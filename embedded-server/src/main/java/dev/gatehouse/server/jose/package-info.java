/**
 * Keys and signed tokens (JOSE: RFC 7515, 7517, 7518, 7519): reading them strictly, verifying and
 * making signatures. It knows no HTTP and no people; the checks themselves are in {@code authn}.
 */
@NullMarked
package dev.gatehouse.server.jose;

import org.jspecify.annotations.NullMarked;
