package dev.gatehouse.desktop.credential;

import dev.gatehouse.server.DemoPerson;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of the two fields {@code username} and {@code password}. */
final class NameAndPassword {
  private NameAndPassword() {}

  /** Those of this person. */
  static Map<String, String> of(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("username", person.id());
    values.put("password", person.secret("password").orElse(""));
    return values;
  }
}
