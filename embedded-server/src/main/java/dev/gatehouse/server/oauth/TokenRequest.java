package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.authn.DpopProof;
import java.util.Optional;

/**
 * A request for tokens (RFC 6749 §3.2).
 *
 * @param arrival as it came
 * @param parameters its form
 * @param client whom it is by
 * @param proof that it has the key to which its tokens are to be bound (RFC 9449 §5)
 */
record TokenRequest(Arrival arrival, Parameters parameters, ClientAttempt client, DpopProof proof) {
  /** A request with the proof that it carries, if it does. */
  TokenRequest(Arrival arrival, Parameters parameters, ClientAttempt client) {
    this(arrival, parameters, client, new DpopProof(arrival, Optional.empty()));
  }

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
