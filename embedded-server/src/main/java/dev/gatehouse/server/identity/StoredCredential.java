package dev.gatehouse.server.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an API key or an opaque token, apart from the digest of its secret.
 *
 * @param id the public part by which it is looked up and revoked
 * @param personId whom it stands for
 * @param scopes what it allows, for example {@code events:read}
 * @param createdAt when it was issued
 * @param expiresAt from when on it is refused, or null if it does not expire
 * @param revokedAt when it was taken back, or null
 */
public record StoredCredential(
    String id,
    String personId,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {
  public StoredCredential {
    scopes = Set.copyOf(scopes);
  }
}
