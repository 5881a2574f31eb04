package dev.gatehouse.desktop.attack.forge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.stream.StreamSupport;

/** Finds a key in the set that a server publishes. */
final class PublishedKeys {
  private PublishedKeys() {}

  /**
   * The first key whose member has this value.
   *
   * @param kind what it is, for example {@code RSA key}, for whoever is told that there is none
   */
  static JsonNode find(JsonNode keys, String member, String value, String kind)
      throws CredentialException {
    return StreamSupport.stream(keys.path("keys").spliterator(), false)
        .filter(key -> key.path(member).asText().equals(value))
        .findFirst()
        .orElseThrow(() -> new CredentialException("The server publishes no " + kind + "."));
  }
}
