package dev.gatehouse.server.identity;

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
}
