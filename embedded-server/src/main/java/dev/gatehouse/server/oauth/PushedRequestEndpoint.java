package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.trace.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /oauth/par} (RFC 9126 §2): a client deposits its request for authorization, which is
 * judged at once as the browser's would be.
 */
final class PushedRequestEndpoint extends ClientEndpoint<AuthorizeAttempt> {
  static final String PATH = "/oauth/par";

  private final Tickets tickets;
  private final List<Check<AuthorizeAttempt>> checks = new ArrayList<>();

  PushedRequestEndpoint(ClientChecks clientChecks, Clients clients, Tickets tickets) {
    super(PATH, "oauth-par", clientChecks, clients);
    this.tickets = tickets;
    AuthorizeChecks common = new AuthorizeChecks(tickets);
    checks.addAll(common.whereTo());
    checks.addAll(common.what());
  }

  @Override
  AuthorizeAttempt attempt(TokenRequest request) {
    Map<String, String> values = new HashMap<>(request.parameters().values());
    // A request that was deposited is no request that refers to one (RFC 9126 §2.1).
    values.remove(AuthorizeAttempt.REQUEST_URI);
    request.client().client().get().ifPresent(client -> values.put("client_id", client.id()));
    return new AuthorizeAttempt(
        request.arrival(),
        new Parameters(values, request.parameters().flaw()),
        request.client().client(),
        new Lookup<>(Optional::empty),
        Optional.empty());
  }

  @Override
  List<Check<AuthorizeAttempt>> checks() {
    return checks;
  }

  @Override
  Answer answer(AuthorizeAttempt attempt) {
    Map<String, String> values = new HashMap<>(attempt.sent().values());
    values.keySet().removeAll(List.of("client_secret", "client_assertion"));
    PushedRequest pushed = new PushedRequest(attempt.client().orElseThrow().id(), values);
    return Answer.json(
        201,
        JsonNodeFactory.instance
            .objectNode()
            .put("request_uri", tickets.issue(PushedRequest.KIND, pushed))
            .put("expires_in", PushedRequest.KIND.lifetime().toSeconds()));
  }
}
