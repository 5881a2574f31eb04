package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Weakness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code POST /oauth/token} (RFC 6749 §3.2): a client comes with a grant and leaves with tokens.
 * Each grant is a list of checks of its own.
 */
final class TokenEndpoint implements Endpoint {
  static final String PATH = "/oauth/token";

  private static final Weakness ALLOW_PASSWORD_GRANT =
      new Weakness(
          "allow-password-grant", "lets programs ask people for their passwords and send them on");
  private static final Refusal UNSUPPORTED = OAuthErrors.bad("unsupported_grant_type");

  private final Map<String, Grant<?>> grants = new LinkedHashMap<>();
  private final List<Check<TokenRequest>> requestChecks;
  private final List<Check<ClientAttempt>> clientChecks;
  private final List<Check<TokenRequest>> grantChecks;
  private final List<TokenBinding> bindings;
  private final Clients clients;
  private final OAuthTokens tokens;

  TokenEndpoint(
      List<Grant<?>> grants,
      List<TokenBinding> bindings,
      ClientChecks clientChecks,
      Clients clients,
      OAuthTokens tokens) {
    grants.forEach(grant -> this.grants.put(grant.grantType(), grant));
    this.bindings = List.copyOf(bindings);
    this.clientChecks = clientChecks.list();
    this.clients = clients;
    this.tokens = tokens;
    this.requestChecks =
        List.of(
            check("request.well-formed", "Can it be read?", "RFC 6749 §3.2", this::wellFormed)
                .because("A parameter that comes twice may be read as either.")
                .refusedWith(OAuthErrors.INVALID_REQUEST),
            check("token.grant-type", "Is that a grant given here?", "RFC 9700 §2.4", this::known)
                .because(
                    "With the password grant every program sees the password, and nobody can log in by anything better.")
                .refusedWith(UNSUPPORTED)
                .partlyRemovedBy(ALLOW_PASSWORD_GRANT, TokenEndpoint::isPassword));
    List<Check<TokenRequest>> ofClient = new ArrayList<>();
    ofClient.add(
        check(
                "token.grant-client",
                "Is the client registered for it?",
                "RFC 6749 §5.2",
                this::registered)
            .refusedWith(OAuthErrors.UNAUTHORIZED_CLIENT)
            .removedBy(ALLOW_PASSWORD_GRANT, TokenEndpoint::isPassword));
    bindings.forEach(binding -> ofClient.addAll(binding.checks()));
    this.grantChecks = List.copyOf(ofClient);
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public List<Listing> listings() {
    return grants.values().stream()
        .map(
            grant ->
                Listing.of(grant.type(), requestChecks, clientChecks, grantChecks, grant.checks()))
        .toList();
  }

  /** What can be asked for with, the deprecated one aside. */
  List<String> offered() {
    return grants.keySet().stream().filter(type -> !type.equals(GrantTypes.PASSWORD)).toList();
  }

  @Override
  public Judgement judge(Arrival arrival, Verification.Run run) {
    Parameters parameters = Parameters.ofForm(arrival);
    ClientAttempt client = ClientAttempt.read(arrival, parameters, clients);
    TokenRequest request = new TokenRequest(arrival, parameters, client);
    run.run(requestChecks, request).run(clientChecks, client).run(grantChecks, request);
    Optional<Grant<?>> grant = Optional.ofNullable(grants.get(request.grantType()));
    Judgement judgement =
        grant.isPresent() ? judge(grant.get(), request, run) : refused(run, client);
    Answer answer = judgement.answer();
    for (TokenBinding binding : bindings) {
      for (Header header : binding.headers(request)) {
        answer = answer.with(header.name(), header.value());
      }
    }
    return new Judgement(judgement.verification(), answer);
  }

  private <A> Judgement judge(Grant<A> grant, TokenRequest request, Verification.Run run) {
    A attempt = grant.attempt(request);
    Verification verification =
        run.run(grant.checks(), attempt)
            .conclude(grant.type(), request.client().scheme(), request.client()::claimant);
    return new Judgement(
        verification,
        verification
            .failure()
            .map(OAuthErrors::answer)
            .orElseGet(() -> Answer.json(200, tokensFor(grant, attempt, request))));
  }

  /** The refresh token of a client that keeps no secret is bound to the key too (RFC 9449 §5). */
  private <A> ObjectNode tokensFor(Grant<A> grant, A attempt, TokenRequest request) {
    Map<String, Object> confirmation = confirmation(request);
    Granted refreshed = grant.refreshed(attempt);
    boolean bound =
        confirmation.containsKey(DpopBinding.KEY) && !request.knownClient().isConfidential();
    return tokens.answer(
        grant.granted(attempt),
        bound ? refreshed.boundTo(String.valueOf(confirmation.get(DpopBinding.KEY))) : refreshed,
        confirmation,
        grant.claims(attempt));
  }

  private static Judgement refused(Verification.Run run, ClientAttempt client) {
    Verification verification = run.conclude("oauth-token", client.scheme(), client::claimant);
    return new Judgement(
        verification, verification.failure().map(OAuthErrors::answer).orElseThrow());
  }

  private Map<String, Object> confirmation(TokenRequest request) {
    Map<String, Object> all = new HashMap<>();
    bindings.forEach(binding -> all.putAll(binding.confirmation(request)));
    return all;
  }

  private Finding wellFormed(TokenRequest request) {
    return request.parameters().finding();
  }

  private Finding known(TokenRequest request) {
    return Finding.of(
        offered().contains(request.grantType()),
        "one of " + String.join(", ", offered()),
        request.grantType().isEmpty() ? "no grant_type" : request.grantType());
  }

  private Finding registered(TokenRequest request) {
    Client client = request.knownClient();
    return Finding.of(
        client.grants().contains(request.grantType()),
        "one of " + String.join(", ", new TreeSet<>(client.grants())),
        request.grantType());
  }

  private static boolean isPassword(TokenRequest request) {
    return request.grantType().equals(GrantTypes.PASSWORD);
  }
}
