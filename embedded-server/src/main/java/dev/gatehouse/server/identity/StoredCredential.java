package dev.gatehouse.server.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an API key, an opaque token or a personal token, apart from the digest of its
 * secret.
 *
 * @param id the public part by which it is looked up and revoked
 * @param personId whom it stands for
 * @param scopes what it allows, for example {@code events:read}
 * @param createdAt when it was issued
 * @param expiresAt from when on it is refused, or null if it does not expire
 * @param revokedAt when it was taken back, or null
 * @param name what its person calls it; null unless it is a personal token
 * @param lastUsedAt when it was last of use, to the minute; null if it never was or is no personal
 *     token
 */
public record StoredCredential(
    String id,
    String personId,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String name,
    @Nullable Instant lastUsedAt) {
  public StoredCredential {
    scopes = Set.copyOf(scopes);
  }

  /** Whether its person made it for a program of theirs. */
  public boolean isPersonal() {
    return name != null;
  }
}
