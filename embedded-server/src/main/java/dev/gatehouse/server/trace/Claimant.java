package dev.gatehouse.server.trace;

import java.util.Set;

/**
 * Who an authenticator takes the caller for. It is worth nothing by itself: only a {@link
 * Verification} without a failed check turns it into a {@link Principal}.
 *
 * @param id the person's identifier, for example {@code alice}
 * @param roles the person's roles, for example {@code admin}
 * @param scopes what the credential allows, for example {@code events:read}
 * @param methods how they proved who they are, for example {@code pwd} (RFC 8176); empty where
 *     nobody keeps account of it
 */
public record Claimant(String id, Set<String> roles, Set<String> scopes, Set<String> methods) {
  public Claimant {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    methods = Set.copyOf(methods);
  }

  /** Somebody of whose methods nobody keeps account. */
  public Claimant(String id, Set<String> roles, Set<String> scopes) {
    this(id, roles, scopes, Set.of());
  }

  /** The same, having proved it by these methods. */
  public Claimant provedBy(Set<String> proved) {
    return new Claimant(id, roles, scopes, proved);
  }
}
