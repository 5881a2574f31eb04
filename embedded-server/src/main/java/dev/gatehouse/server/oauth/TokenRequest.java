package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import java.util.Optional;

/**
 * A request for tokens (RFC 6749 §3.2).
 *
 * @param arrival as it came
 * @param parameters its form
 * @param client whom it is by
 */
record TokenRequest(Arrival arrival, Parameters parameters, ClientAttempt client) {
  /** The value of this parameter. */
  Optional<String> get(String name) {
    return parameters.get(name);
  }

  /** What it comes for tokens with; empty if it does not say. */
  String grantType() {
    return get("grant_type").orElse("");
  }

  /** The client, once it is known. */
  Client knownClient() {
    return client.client().orElseThrow();
  }
}
