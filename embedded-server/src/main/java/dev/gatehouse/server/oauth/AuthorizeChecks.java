package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** May the client ask for that, and where would the answer go? (RFC 6749 §4.1.1, RFC 9700 §2.1) */
final class AuthorizeChecks {
  private static final Weakness REDIRECT_PREFIX_MATCH =
      new Weakness(
          "redirect-prefix-match", "sends codes to any address that begins like a registered one");
  private static final Weakness ALLOW_IMPLICIT_GRANT =
      new Weakness("allow-implicit-grant", "sends access tokens through the browser's address bar");
  private static final Weakness PKCE_DOWNGRADE =
      new Weakness("pkce-downgrade", "takes requests from which the PKCE challenge was stripped");

  private static final String IMPLICIT = "token";

  /** Who is told nothing by redirect, for it is not known yet to whom that would be. */
  private static final Refusal SHOWN = Refusal.BAD_REQUEST;

  private final Tickets tickets;

  AuthorizeChecks(Tickets tickets) {
    this.tickets = tickets;
  }

  /** Who asks, and where the answer is to go: what fails here is not redirected anywhere. */
  List<Check<AuthorizeAttempt>> whereTo() {
    return List.of(
        check("request.well-formed", "Can it be read?", "RFC 6749 §3.1", this::wellFormed)
            .because("A parameter that comes twice may be read as either.")
            .refusedWith(SHOWN),
        check("authorize.client", "Is such a client registered?", "RFC 6749 §4.1.1", this::client)
            .refusedWith(SHOWN),
        check(
                "authorize.request-uri",
                "Did this client deposit the request?",
                "RFC 9126 §4",
                this::requestUri)
            .because("What the client has deposited nobody has changed on the way.")
            .refusedWith(OAuthErrors.bad("invalid_request_uri")),
        check(
                "authorize.redirect-uri",
                "Is the answer to go where the client wants its answers?",
                "RFC 9700 §4.1.3",
                this::redirectUri)
            .because("Codes that are sent to a stranger are the stranger's.")
            .refusedWith(SHOWN)
            .partlyRemovedBy(REDIRECT_PREFIX_MATCH, AuthorizeChecks::beginsLikeRegistered));
  }

  /** What it asks for: what fails here the client is told. */
  List<Check<AuthorizeAttempt>> what() {
    return List.of(
        check(
                "authorize.response-type",
                "Does it ask for a code?",
                "RFC 9700 §2.1.2",
                this::responseType)
            .because("Tokens in addresses end up in histories, logs and Referer headers.")
            .refusedWith(OAuthErrors.redirected("unsupported_response_type"))
            .partlyRemovedBy(ALLOW_IMPLICIT_GRANT, AuthorizeChecks::isImplicit),
        check(
                "authorize.grant",
                "Is the client registered for that?",
                "RFC 6749 §4.1.2.1",
                this::grant)
            .refusedWith(OAuthErrors.redirected("unauthorized_client")),
        check("authorize.scope", "May the client ask for that?", "RFC 6749 §3.3", this::scope)
            .refusedWith(OAuthErrors.redirected("invalid_scope")),
        check("authorize.pkce", "Does it carry a challenge?", "RFC 9700 §2.1.1", this::pkce)
            .because("A code without it can be redeemed by whoever steals it.")
            .refusedWith(OAuthErrors.redirected("invalid_request"))
            .partlyRemovedBy(PKCE_DOWNGRADE, AuthorizeChecks::hasNoChallenge),
        ProofKeyChecks.named(),
        LoginLevel.check());
  }

  private Finding wellFormed(AuthorizeAttempt attempt) {
    return attempt.sent().finding();
  }

  private Finding client(AuthorizeAttempt attempt) {
    String expected = "the client_id of a registered client";
    String id = attempt.sent().get("client_id").orElse("");
    return attempt
        .client()
        .get()
        .map(client -> Finding.passed(expected, client.name()))
        .orElseGet(() -> Finding.failed(expected, id.isEmpty() ? "none" : "nobody knows it"))
        .with("client_id", id);
  }

  private Finding requestUri(AuthorizeAttempt attempt) {
    String expected = "a request deposited by this client and not used before, if it names one";
    if (!attempt.refers()) {
      return Finding.passed(expected, "it names none");
    }
    Optional<Ticket<PushedRequest>> pushed = attempt.pushed().get();
    if (pushed.isEmpty()) {
      return Finding.failed(expected, "nobody knows it");
    }
    if (!pushed.get().content().clientId().equals(attempt.client().orElseThrow().id())) {
      return Finding.failed(expected, "another client did");
    }
    if (!tickets.isCurrent(pushed.get())) {
      return Finding.failed(expected, "it ended at " + pushed.get().expiresAt());
    }
    boolean first = tickets.use(pushed.get());
    return Finding.of(first, expected, first ? "it did" : "it was used before");
  }

  private Finding redirectUri(AuthorizeAttempt attempt) {
    Client client = attempt.client().orElseThrow();
    String given = attempt.redirectUri();
    return Finding.of(
        RedirectUris.areRegistered(client, given),
        client.redirectUris().isEmpty()
            ? "none: this client never asks people"
            : String.join(" or ", client.redirectUris()),
        given.isEmpty() ? "no redirect_uri" : given);
  }

  private Finding responseType(AuthorizeAttempt attempt) {
    String mode = attempt.get("response_mode").orElse("query");
    return Finding.of(
        attempt.responseType().equals("code") && mode.equals("query"),
        "response_type=code, answered in the query",
        "response_type="
            + attempt.responseType()
            + (mode.equals("query") ? "" : ", response_mode=" + mode));
  }

  private Finding grant(AuthorizeAttempt attempt) {
    boolean registered = attempt.client().orElseThrow().grants().contains(GrantTypes.CODE);
    return Finding.of(
        registered, "a client registered for " + GrantTypes.CODE, registered ? "it is" : "not so");
  }

  private Finding scope(AuthorizeAttempt attempt) {
    Set<String> allowed = attempt.client().orElseThrow().scopes();
    Set<String> beyond = Scopes.beyond(attempt.scopes(), allowed);
    String expected = "some of " + Scopes.text(allowed);
    if (attempt.scopes().isEmpty()) {
      return Finding.failed(expected, "nothing");
    }
    return Finding.of(
        beyond.isEmpty(),
        expected,
        beyond.isEmpty() ? Scopes.text(attempt.scopes()) : "also " + Scopes.text(beyond));
  }

  private Finding pkce(AuthorizeAttempt attempt) {
    if (!attempt.responseType().equals("code")) {
      return Finding.passed("a challenge if a code is asked for", "none is");
    }
    String challenge = attempt.get("code_challenge").orElse("");
    String method = attempt.get("code_challenge_method").orElse("plain");
    String actual =
        challenge.isEmpty()
            ? "no code_challenge"
            : Pkce.isChallenge(challenge) ? "one by " + method : "not written as one";
    return Finding.of(
            Pkce.isChallenge(challenge) && method.equals(Pkce.METHOD),
            "a code_challenge by " + Pkce.METHOD,
            actual)
        .with("code_challenge", challenge);
  }

  private static boolean beginsLikeRegistered(AuthorizeAttempt attempt) {
    return RedirectUris.beginLikeRegistered(attempt.client().orElseThrow(), attempt.redirectUri());
  }

  private static boolean isImplicit(AuthorizeAttempt attempt) {
    return attempt.responseType().equals(IMPLICIT);
  }

  private static boolean hasNoChallenge(AuthorizeAttempt attempt) {
    return attempt.get("code_challenge").isEmpty();
  }
}
