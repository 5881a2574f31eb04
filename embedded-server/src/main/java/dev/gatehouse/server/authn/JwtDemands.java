package dev.gatehouse.server.authn;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier demands of a signed token beyond a signature that fits. What is null is not
 * demanded.
 *
 * @param types one of which its {@code typ} must be, for example {@code at+jwt} (RFC 8725 §3.11)
 * @param issuer its {@code iss}
 * @param audience one of its {@code aud}
 * @param allClaims whether it must have the claims of an access token (RFC 9068 §2.2), or only
 *     those that it has must be right (RFC 7519 §4)
 * @param leeway how far the issuer's clock may be ahead of ours (RFC 7519 §4.1.5)
 */
record JwtDemands(
    @Nullable List<String> types,
    @Nullable String issuer,
    @Nullable String audience,
    boolean allClaims,
    Duration leeway) {}
