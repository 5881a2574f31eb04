package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A client that was sent a token exchanges it for one that is made out to itself (RFC 8693 §2.1),
 * in the same person's name and for no more than both allow.
 */
final class ExchangeGrant implements Grant<ExchangeGrant.Attempt> {
  private static final String ACT = "act";

  /** What is taken, and what is given (RFC 8693 §3). */
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  record Attempt(TokenRequest request, Lookup<ObjectNode> subject, Lookup<ObjectNode> actor) {
    /** What both the token and the client may. */
    Set<String> allowed() {
      Set<String> both = new TreeSet<>(KnownTokens.scopesOf(subject.orElseThrow()));
      both.retainAll(request.knownClient().scopes());
      return both;
    }

    Set<String> asked() {
      return request.get("scope").map(SpacedWords::in).orElseGet(this::allowed);
    }
  }

  private final KnownTokens tokens;
  private final List<Check<Attempt>> checks =
      List.of(
          check(
                  "token.exchange-types",
                  "Does it exchange an access token for another?",
                  "RFC 8693 §2.1",
                  this::types)
              .refusedWith(OAuthErrors.INVALID_REQUEST),
          check(
                  "token.exchange-confidential",
                  "Has the client proved who it is?",
                  "RFC 8693 §2.1",
                  this::confidential)
              .refusedWith(OAuthErrors.UNAUTHORIZED_CLIENT),
          check(
                  "token.exchange-target",
                  "Is it for an API that is known here?",
                  "RFC 8693 §2.2.2",
                  this::target)
              .refusedWith(OAuthErrors.bad("invalid_target")),
          check(
                  "token.exchange-subject",
                  "Is the token that it was sent good?",
                  "RFC 8693 §2.1",
                  this::subject)
              .refusedWith(OAuthErrors.INVALID_REQUEST),
          check(
                  "token.exchange-actor",
                  "Is an actor's token good, and the client's own?",
                  "RFC 8693 §2.1",
                  this::actor)
              .because("A client that was sent somebody's token must not say that they act.")
              .refusedWith(OAuthErrors.INVALID_REQUEST),
          check("token.scope", "May both do that?", "RFC 8693 §2.1", this::scope)
              .because("Exchanging a token must not make more of it.")
              .refusedWith(OAuthErrors.INVALID_SCOPE));

  ExchangeGrant(KnownTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String grantType() {
    return GrantTypes.EXCHANGE;
  }

  @Override
  public String type() {
    return "oauth-exchange";
  }

  @Override
  public Attempt attempt(TokenRequest request) {
    String token = request.get("subject_token").orElse("");
    String actor = request.get("actor_token").orElse("");
    return new Attempt(
        request,
        new Lookup<>(() -> tokens.accessToken(token)),
        new Lookup<>(() -> tokens.accessToken(actor)));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding types(Attempt attempt) {
    String given = attempt.request().get("subject_token_type").orElse("");
    String wanted = attempt.request().get("requested_token_type").orElse(ACCESS_TOKEN);
    String acting = attempt.request().get("actor_token_type").orElse("");
    boolean delegated = attempt.request().get("actor_token").isPresent();
    boolean actorFits = delegated ? acting.equals(ACCESS_TOKEN) : acting.isEmpty();
    return Finding.of(
        given.equals(ACCESS_TOKEN) && wanted.equals(ACCESS_TOKEN) && actorFits,
        "subject_token_type and requested_token_type "
            + ACCESS_TOKEN
            + ", and actor_token_type if there is an actor_token",
        (given.isEmpty() ? "no subject_token_type" : given)
            + " for "
            + wanted
            + (actorFits
                ? ""
                : acting.isEmpty() ? ", no actor_token_type" : ", actor_token_type " + acting));
  }

  private Finding confidential(Attempt attempt) {
    boolean confidential = attempt.request().knownClient().isConfidential();
    return Finding.of(
        confidential, "a confidential client", confidential ? "it is one" : "a public client");
  }

  private Finding target(Attempt attempt) {
    String audience = attempt.request().get("audience").orElse(TokenIssuer.AUDIENCE);
    boolean elsewhere = attempt.request().get("resource").isPresent();
    return Finding.of(
        audience.equals(TokenIssuer.AUDIENCE) && !elsewhere,
        "the audience " + TokenIssuer.AUDIENCE,
        elsewhere ? "a resource" : audience);
  }

  private Finding subject(Attempt attempt) {
    boolean good = attempt.subject().get().isPresent();
    return Finding.of(
            good,
            "an access token of this server that is good now",
            good
                ? "in the name of " + attempt.subject().orElseThrow().path("sub").asText()
                : "not so")
        .withSecret("subject_token", attempt.request().get("subject_token").orElse(""));
  }

  private Finding actor(Attempt attempt) {
    String expected = "an access token of this server, issued to this client, if one acts";
    Optional<String> sent = attempt.request().get("actor_token");
    if (sent.isEmpty()) {
      return Finding.passed(expected, "nobody else acts");
    }
    Optional<ObjectNode> actor = attempt.actor().get();
    String issuedTo = actor.map(claims -> claims.path("client_id").asText()).orElse("");
    boolean own = issuedTo.equals(attempt.request().knownClient().id());
    return Finding.of(
            own,
            expected,
            actor.isEmpty() ? "not so" : own ? "it is" : "it was issued to " + issuedTo)
        .withSecret("actor_token", sent.get());
  }

  private Finding scope(Attempt attempt) {
    Set<String> beyond = Scopes.beyond(attempt.asked(), attempt.allowed());
    return Finding.of(
        beyond.isEmpty(),
        "at most " + Scopes.text(attempt.allowed()),
        beyond.isEmpty() ? Scopes.text(attempt.asked()) : "also " + Scopes.text(beyond));
  }

  /**
   * Who acts for whom, those before included (RFC 8693 §4.1), and how the person had logged in:
   * exchanging a token must not make more of it, nor hide what it was worth.
   */
  @Override
  public Map<String, Object> claims(Attempt attempt) {
    ObjectNode subject = attempt.subject().orElseThrow();
    Map<String, Object> claims = new HashMap<>();
    for (String name : List.of("auth_time", "acr", "amr", ACT)) {
      if (subject.has(name)) {
        claims.put(name, subject.get(name));
      }
    }
    if (attempt.request().get("actor_token").isPresent()) {
      ObjectNode act = JsonNodeFactory.instance.objectNode();
      act.put("sub", attempt.actor().orElseThrow().path("sub").asText());
      if (subject.has(ACT)) {
        act.set(ACT, subject.get(ACT));
      }
      claims.put(ACT, act);
    }
    return claims;
  }

  @Override
  public Granted granted(Attempt attempt) {
    return new Granted(
        "",
        attempt.request().knownClient().id(),
        attempt.subject().orElseThrow().path("sub").asText(),
        attempt.asked(),
        null,
        null,
        false);
  }
}
