package dev.gatehouse.desktop.workbench;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token that a person has made for a program of theirs, as the API tells of it: all but its
 * secret.
 *
 * @param id by which it is revoked
 * @param name what it is for, in the person's words
 * @param scopes what it may be used for
 * @param expiresAt when it ends; null if never
 * @param lastUsedAt when it was last presented; null if never
 */
public record PersonalToken(
    String id,
    String name,
    List<String> scopes,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  public PersonalToken {
    scopes = List.copyOf(scopes);
  }
}
