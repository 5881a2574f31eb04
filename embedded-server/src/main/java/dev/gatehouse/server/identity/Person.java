package dev.gatehouse.server.identity;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.trace.Claimant;
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
   * Every scope there is. A scope limits a credential, not a person: what the person may do is for
   * the policy's other rules to say.
   */
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    for (Action action : Action.values()) {
      if (action.scope() != null) {
        scopes.add(action.scope());
      }
    }
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
