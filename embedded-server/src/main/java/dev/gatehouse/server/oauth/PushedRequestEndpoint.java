package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /oauth/par} (RFC 9126 §2): a client deposits its request for authorization, which is
 * judged at once as the browser's would be.
 */
final class PushedRequestEndpoint extends ClientEndpoint<PushedAttempt> {
  static final String PATH = "/oauth/par";

  private final Tickets tickets;
  private final DpopProofChecks proofs;
  private final List<Check<PushedAttempt>> checks = new ArrayList<>();

  /**
   * The endpoint.
   *
   * @param proofs what is asked of the proof of a key, if one comes
   */
  PushedRequestEndpoint(
      ClientChecks clientChecks, Clients clients, Tickets tickets, DpopProofChecks proofs) {
    super(PATH, "oauth-par", clientChecks, clients);
    this.tickets = tickets;
    this.proofs = proofs;
    AuthorizeChecks common = new AuthorizeChecks(tickets);
    common.whereTo().forEach(check -> checks.add(check.on(PushedAttempt::request)));
    common.what().forEach(check -> checks.add(check.on(PushedAttempt::request)));
    proofs.list().forEach(check -> checks.add(check.on(PushedAttempt::proof)));
    checks.add(ProofKeyChecks.ofProof());
    checks.add(proofs.unused().on(PushedAttempt::proof));
  }

  @Override
  PushedAttempt attempt(TokenRequest request) {
    Map<String, String> values = new HashMap<>(request.parameters().values());
    // A request that was deposited is no request that refers to one (RFC 9126 §2.1).
    values.remove(AuthorizeAttempt.REQUEST_URI);
    request.client().client().get().ifPresent(client -> values.put("client_id", client.id()));
    AuthorizeAttempt attempt =
        new AuthorizeAttempt(
            request.arrival(),
            new Parameters(values, request.parameters().flaw()),
            request.client().client(),
            new Lookup<>(Optional::empty),
            Optional.empty());
    return new PushedAttempt(attempt, request.proof());
  }

  @Override
  List<Check<PushedAttempt>> checks() {
    return checks;
  }

  @Override
  List<Header> headers(PushedAttempt attempt) {
    return attempt.proof().isSent() ? List.of(proofs.nextNonce()) : List.of();
  }

  @Override
  Answer answer(PushedAttempt attempt) {
    Map<String, String> values = new HashMap<>(attempt.request().sent().values());
    // As good as naming the key in the request (RFC 9449 §10.1).
    attempt.proof().jkt().ifPresent(key -> values.put(ProofKeyChecks.PARAMETER, key));
    values.keySet().removeAll(List.of("client_secret", "client_assertion"));
    PushedRequest pushed = new PushedRequest(attempt.request().client().orElseThrow().id(), values);
    return Answer.json(
        201,
        JsonNodeFactory.instance
            .objectNode()
            .put("request_uri", tickets.issue(PushedRequest.KIND, pushed))
            .put("expires_in", PushedRequest.KIND.lifetime().toSeconds()));
  }
}
