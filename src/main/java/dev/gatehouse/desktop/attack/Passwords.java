package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.exchange.Draft;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Names and passwords on requests, as attackers try them. */
final class Passwords {
  /** One that nobody here has. */
  static final String WRONG = "surely-not-this-one";

  private Passwords() {}

  /** The request with a name and a password on it (RFC 7617 §2). */
  static Draft on(Draft draft, String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return draft.withHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }
}
