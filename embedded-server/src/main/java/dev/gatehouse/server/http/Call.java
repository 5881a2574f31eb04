package dev.gatehouse.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in, as its handler sees it.
 *
 * @param arrival the request
 * @param parameters what the path names, decoded, for example {@code calendar} to {@code
 *     alice-work}
 * @param principal who calls; null only if the route is open to everyone
 * @param payload the JSON body, or what is wrong with it
 */
record Call(
    Arrival arrival,
    Map<String, String> parameters,
    @Nullable Principal principal,
    Payload payload) {
  Call {
    parameters = Map.copyOf(parameters);
  }

  /** Who calls; only for routes that are not open. */
  Principal caller() {
    return requireNonNull(principal);
  }

  /** What the path names as this. */
  String parameter(String name) {
    return requireNonNull(parameters.get(name));
  }

  /**
   * The JSON object in the body.
   *
   * @throws Refused if there is none
   */
  ObjectNode json() {
    return payload.object();
  }
}
