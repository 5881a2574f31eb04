package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A client that was sent a token exchanges it for one that is made out to itself (RFC 8693 §2.1),
 * in the same person's name and for no more than both allow.
 */
final class ExchangeGrant implements Grant<ExchangeGrant.Attempt> {
  /** What is taken, and what is given (RFC 8693 §3). */
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  record Attempt(TokenRequest request, Lookup<ObjectNode> subject) {
    /** What both the token and the client may. */
    Set<String> allowed() {
      Set<String> both = new TreeSet<>(KnownTokens.scopesOf(subject.orElseThrow()));
      both.retainAll(request.knownClient().scopes());
      return both;
    }

    Set<String> asked() {
      return request.get("scope").map(Scopes::in).orElseGet(this::allowed);
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
    return new Attempt(request, new Lookup<>(() -> tokens.accessToken(token)));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding types(Attempt attempt) {
    String given = attempt.request().get("subject_token_type").orElse("");
    String wanted = attempt.request().get("requested_token_type").orElse(ACCESS_TOKEN);
    boolean forSomebodyElse = attempt.request().get("actor_token").isPresent();
    return Finding.of(
        given.equals(ACCESS_TOKEN) && wanted.equals(ACCESS_TOKEN) && !forSomebodyElse,
        "subject_token_type and requested_token_type " + ACCESS_TOKEN + ", no actor_token",
        (given.isEmpty() ? "no subject_token_type" : given)
            + " for "
            + wanted
            + (forSomebodyElse ? ", with an actor_token" : ""));
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

  private Finding scope(Attempt attempt) {
    Set<String> beyond = Scopes.beyond(attempt.asked(), attempt.allowed());
    return Finding.of(
        beyond.isEmpty(),
        "at most " + Scopes.text(attempt.allowed()),
        beyond.isEmpty() ? Scopes.text(attempt.asked()) : "also " + Scopes.text(beyond));
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
