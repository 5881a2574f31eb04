package dev.gatehouse.desktop.attack;

import dev.gatehouse.server.DemoPerson;
import java.util.List;

/**
 * What an attacker has before an attack begins: an account of their own, and what they picked up somewhere.
 *
 * @param people everybody of the seed data; an attack takes only what its card says it needs
 */
public record Loot(List<DemoPerson> people) {
  /** Who attacks: {@code dave}, with whom nothing was shared. */
  public static final String ATTACKER = "dave";

  /** Who is attacked: {@code alice}. */
  public static final String VICTIM = "alice";

  public Loot {
    people = List.copyOf(people);
  }

  /** A secret of this person, for example {@code jwt}. */
  public String secret(String person, String name) {
    return people.stream()
        .filter(p -> p.id().equals(person))
        .map(p -> p.secrets().get(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(person + " has no " + name));
  }
}
