package dev.gatehouse.server;

import java.util.Map;
import java.util.Set;

/**
 * A person of the seed data with everything a caller needs to try each scheme as them.
 *
 * @param id for example {@code alice}
 * @param name for people to read
 * @param roles for example {@code admin}
 * @param story one line: what this person may see
 * @param secrets by the names of the contract: {@code password}, {@code apiKey}, {@code
 *     opaqueToken}, {@code jwt}; a dot in a name, as in {@code hmac.accessKey}, parts a group from
 *     a member of it
 */
public record DemoPerson(
    String id, String name, Set<String> roles, String story, Map<String, String> secrets) {
  public DemoPerson {
    roles = Set.copyOf(roles);
    secrets = Map.copyOf(secrets);
  }
}
