package dev.gatehouse.server.trace;

import java.util.Set;

/**
 * Who an authenticator takes the caller for. It is worth nothing by itself: only a {@link
 * Verification} without a failed check turns it into a {@link Principal}.
 *
 * @param id the person's identifier, for example {@code alice}
 * @param roles the person's roles, for example {@code admin}
 * @param scopes what the credential allows, for example {@code events:read}
 */
public record Claimant(String id, Set<String> roles, Set<String> scopes) {
  public Claimant {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }
}
