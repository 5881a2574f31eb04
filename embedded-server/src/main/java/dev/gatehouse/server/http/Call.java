package dev.gatehouse.server.http;

import static java.util.Objects.requireNonNull;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import java.util.Map;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in, as its handler sees it.
 *
 * @param arrival the request
 * @param parameters what the path names, decoded, for example {@code calendar} to {@code
 *     alice-work}
 * @param payload the JSON body, or what is wrong with it
 * @param authentication what was found out about the caller
 */
record Call(
    Arrival arrival, Map<String, String> parameters, Payload payload, Verification authentication) {
  Call {
    parameters = Map.copyOf(parameters);
  }

  /** Who calls; only for routes that are not open. */
  Principal caller() {
    return authentication.principal().orElseThrow();
  }

  /** What the path names as this. */
  String parameter(String name) {
    return requireNonNull(parameters.get(name));
  }

  /**
   * A parameter of the query.
   *
   * @return null if it is not there
   * @throws Refused with 400 if it comes twice or the query cannot be read
   */
  @Nullable String query(String name) {
    Fields fields = new Fields(true);
    String query = arrival.query();
    try {
      UrlEncoded.decodeUtf8To(query, 0, query.length(), fields);
    } catch (RuntimeException malformed) {
      throw Problem.badRequest("The query cannot be read.").thrown();
    }
    Fields.@Nullable Field field = fields.get(name);
    if (field == null) {
      return null;
    }
    if (field.getValues().size() != 1) {
      throw Problem.badRequest(name + " comes more than once.").aboutField(name).thrown();
    }
    return field.getValue();
  }
}
