package dev.gatehouse.server.oauth;

import dev.gatehouse.server.oauth.Tickets.Kind;
import java.time.Duration;
import java.util.Map;

/**
 * A request for authorization that a client has deposited (RFC 9126 §2), so that the browser
 * carries nothing but its name.
 *
 * @param clientId whose it is
 * @param values its parameters
 */
record PushedRequest(String clientId, Map<String, String> values) {
  /** Its name is good once, and for so long. */
  static final Kind<PushedRequest> KIND =
      new Kind<>(
          "urn:ietf:params:oauth:request_uri:", PushedRequest.class, Duration.ofMinutes(5), 5_000);

  PushedRequest {
    values = Map.copyOf(values);
  }
}
