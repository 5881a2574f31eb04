package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.Set;

/**
 * A client exchanges its refresh token for new tokens (RFC 6749 §6). Each is good once: whoever
 * comes second, thief or owner, ends them all (RFC 9700 §4.14.2).
 */
final class RefreshGrant implements Grant<RefreshGrant.Attempt> {
  private static final Weakness NO_REFRESH_ROTATION =
      new Weakness("no-refresh-rotation", "takes a refresh token as often as it is presented");
  private static final Weakness SCOPE_NOT_NARROWED =
      new Weakness("scope-not-narrowed", "gives more scope on refresh than was granted at first");

  record Attempt(TokenRequest request, String presented, Lookup<Ticket<Granted>> stored) {
    Granted granted() {
      return stored.orElseThrow().content();
    }

    /** What it asks for; without a word about it, what was granted at first. */
    Set<String> asked() {
      return request.get("scope").map(SpacedWords::in).orElseGet(() -> granted().scopes());
    }
  }

  private final Tickets tickets;
  private final Authorizations authorizations;
  private final List<Check<Attempt>> checks =
      List.of(
          check("token.refresh-known", "Was it issued here?", "RFC 6749 §6", this::known)
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check(
                  "token.refresh-client",
                  "Was it issued to this client?",
                  "RFC 6749 §6",
                  this::client)
              .because("Stolen from one client, it must be of no use to another.")
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check(
                  "token.refresh-key",
                  "Does the client have the key it is bound to?",
                  "RFC 9449 §5",
                  this::key)
              .because("A client that keeps no secret proves by its key that it is no thief.")
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check("token.refresh-expiry", "Is it still valid?", "RFC 6749 §1.5", this::expiry)
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check("token.refresh-active", "Has nobody taken it back?", "RFC 7009 §2.1", this::active)
              .refusedWith(OAuthErrors.INVALID_GRANT),
          check("token.scope", "Was all of that granted at first?", "RFC 6749 §6", this::scope)
              .because("A person agreed to this much and not to more.")
              .refusedWith(OAuthErrors.INVALID_SCOPE)
              .removedBy(SCOPE_NOT_NARROWED),
          // Asked last, for it uses the token up.
          check("token.refresh-unused", "Is it the first time?", "RFC 9700 §4.14.2", this::unused)
              .because("If it comes twice, one of the two is a thief, and nobody can tell which.")
              .refusedWith(OAuthErrors.INVALID_GRANT)
              .removedBy(NO_REFRESH_ROTATION));

  RefreshGrant(Tickets tickets, Authorizations authorizations) {
    this.tickets = tickets;
    this.authorizations = authorizations;
  }

  @Override
  public String grantType() {
    return GrantTypes.REFRESH;
  }

  @Override
  public String type() {
    return "oauth-refresh";
  }

  @Override
  public Attempt attempt(TokenRequest request) {
    String token = request.get("refresh_token").orElse("");
    return new Attempt(
        request, token, new Lookup<>(() -> tickets.find(Authorizations.REFRESH_TOKENS, token)));
  }

  @Override
  public List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding known(Attempt attempt) {
    boolean known = attempt.stored().get().isPresent();
    return Finding.of(
            known, "a refresh token of this server", known ? "it is one" : "nobody knows it")
        .withSecret("refresh_token", attempt.presented());
  }

  private Finding client(Attempt attempt) {
    String issuedTo = attempt.granted().clientId();
    return Finding.of(
            issuedTo.equals(attempt.request().knownClient().id()),
            "the client it was issued to",
            "issued to " + issuedTo)
        .with("client", attempt.request().knownClient().id());
  }

  private Finding key(Attempt attempt) {
    return ProofKeyChecks.shown(attempt.granted().key(), attempt.request());
  }

  private Finding expiry(Attempt attempt) {
    Ticket<Granted> ticket = attempt.stored().orElseThrow();
    return Finding.of(
        tickets.isCurrent(ticket), "a time before its end", "it ends at " + ticket.expiresAt());
  }

  private Finding active(Attempt attempt) {
    boolean ended = authorizations.hasEnded(attempt.granted().id());
    return Finding.of(!ended, "not taken back", ended ? "it was taken back" : "it was not");
  }

  private Finding scope(Attempt attempt) {
    Set<String> beyond = Scopes.beyond(attempt.asked(), attempt.granted().scopes());
    return Finding.of(
        beyond.isEmpty(),
        "at most " + Scopes.text(attempt.granted().scopes()),
        beyond.isEmpty() ? Scopes.text(attempt.asked()) : "also " + Scopes.text(beyond));
  }

  private Finding unused(Attempt attempt) {
    boolean first = tickets.use(attempt.stored().orElseThrow());
    if (!first) {
      authorizations.end(attempt.granted().id());
    }
    return Finding.of(
        first, "not exchanged before", first ? "it was not" : "it was, so all of them have ended");
  }

  @Override
  public Granted granted(Attempt attempt) {
    return attempt.granted().narrowedTo(attempt.asked());
  }

  @Override
  public Granted refreshed(Attempt attempt) {
    return attempt.granted();
  }
}
