package dev.gatehouse.server.identity;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.trace.Claimant;
import java.util.Set;

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

  /** This person, with everything they may do: what a password or a session stands for. */
  public Claimant claimant() {
    return claimant(Action.scopes());
  }

  /** This person with a credential that allows no more than these scopes. */
  public Claimant claimant(Set<String> limited) {
    return new Claimant(id, roles, limited);
  }
}
