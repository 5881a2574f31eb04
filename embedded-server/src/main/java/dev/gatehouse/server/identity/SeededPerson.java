package dev.gatehouse.server.identity;

import java.util.Map;

/**
 * A demo person with what proves them, in the clear: the only place where it is, and only for as
 * long as the server runs.
 *
 * @param person who it is
 * @param story one line: what this person may see
 * @param secrets by the names of the contract: {@code password}, {@code apiKey}, {@code
 *     opaqueToken}, {@code hmac.secretKey} …; empty if the database was kept from an earlier start,
 *     since of those secrets only hashes are left
 */
public record SeededPerson(Person person, String story, Map<String, String> secrets) {
  public SeededPerson {
    secrets = Map.copyOf(secrets);
  }
}
