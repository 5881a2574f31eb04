package dev.gatehouse.server.identity;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.trace.Claimant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may have calendars.
 *
 * @param id for example {@code alice}
 * @param name for people to read, for example {@code Alice Archer}
 * @param email an address in a reserved domain (RFC 2606)
 * @param roles for example {@code admin}
 */
public record Person(String id, String name, String email, Set<String> roles) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /**
   * Every scope that a credential of this person can have: those of all actions that their roles
   * allow.
   */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    Arrays.stream(Action.values())
        .filter(action -> action.role() == null || roles.contains(action.role()))
        .map(Action::scope)
        .forEach(
            scope -> {
              if (scope != null) {
                scopes.add(scope);
              }
            });
    return scopes;
  }

  /** This person, with everything they may do: what a password or a session stands for. */
  public Claimant claimant() {
    return claimant(scopes());
  }

  /** This person with a credential that allows no more than these scopes. */
  public Claimant claimant(Set<String> limited) {
    return new Claimant(id, roles, limited);
  }
}
