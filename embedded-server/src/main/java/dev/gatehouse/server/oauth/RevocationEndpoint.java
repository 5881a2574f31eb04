package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.Lookup;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /oauth/revoke} (RFC 7009): a client gives a token back. With a refresh token all ends
 * that came of the same consent.
 */
final class RevocationEndpoint extends ClientEndpoint<RevocationEndpoint.Attempt> {
  static final String PATH = "/oauth/revoke";

  record Attempt(
      TokenRequest request, Lookup<ObjectNode> accessToken, Lookup<Ticket<Granted>> refreshToken) {
    /** To whom the token was issued, if it is known at all. */
    Optional<String> issuedTo() {
      return refreshToken
          .get()
          .map(ticket -> ticket.content().clientId())
          .or(() -> accessToken.get().map(claims -> claims.path("client_id").asText()));
    }
  }

  private final KnownTokens tokens;
  private final Authorizations authorizations;
  private final Identity identity;
  private final List<Check<Attempt>> checks =
      List.of(
          check("revoke.token", "Does it name a token?", "RFC 7009 §2.1", this::named)
              .refusedWith(OAuthErrors.INVALID_REQUEST),
          check(
                  "revoke.token-client",
                  "Was it issued to this client?",
                  "RFC 7009 §2.1",
                  this::client)
              .because("A client must not be able to log people out of another.")
              .refusedWith(OAuthErrors.INVALID_GRANT));

  RevocationEndpoint(
      ClientChecks clientChecks,
      Clients clients,
      KnownTokens tokens,
      Authorizations authorizations,
      Identity identity) {
    super(PATH, "oauth-revoke", clientChecks, clients);
    this.tokens = tokens;
    this.authorizations = authorizations;
    this.identity = identity;
  }

  @Override
  Attempt attempt(TokenRequest request) {
    String token = request.get("token").orElse("");
    return new Attempt(
        request,
        new Lookup<>(() -> tokens.accessToken(token)),
        new Lookup<>(() -> tokens.refreshToken(token)));
  }

  @Override
  List<Check<Attempt>> checks() {
    return checks;
  }

  private Finding named(Attempt attempt) {
    Optional<String> token = attempt.request().get("token");
    return Finding.of(token.isPresent(), "a token", token.isPresent() ? "there is one" : "no token")
        .withSecret("token", token.orElse(""));
  }

  private Finding client(Attempt attempt) {
    String expected = "one of its own, or one that is unknown here";
    Optional<String> issuedTo = attempt.issuedTo();
    return Finding.of(
        issuedTo.filter(id -> !id.equals(attempt.request().knownClient().id())).isEmpty(),
        expected,
        issuedTo.map(id -> "issued to " + id).orElse("nobody knows it, or it is over"));
  }

  @Override
  Answer answer(Attempt attempt) {
    attempt.refreshToken().get().ifPresent(ticket -> authorizations.end(ticket.content().id()));
    attempt
        .accessToken()
        .get()
        .ifPresent(
            claims ->
                identity.revoke(
                    claims.path("jti").asText(),
                    Instant.ofEpochSecond(claims.path("exp").asLong())));
    return Answer.empty();
  }
}
