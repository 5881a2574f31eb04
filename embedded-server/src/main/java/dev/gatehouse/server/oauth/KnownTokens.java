package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.OutsideTokens;
import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.StoredCredential;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What is known of a token that was issued here, of whatever kind. */
final class KnownTokens {
  private final TokenIssuer issuer;
  private final Identity identity;
  private final Tickets tickets;
  private final Authorizations authorizations;
  private final Clock clock;

  KnownTokens(
      TokenIssuer issuer,
      Identity identity,
      Tickets tickets,
      Authorizations authorizations,
      Clock clock) {
    this.issuer = issuer;
    this.identity = identity;
    this.tickets = tickets;
    this.authorizations = authorizations;
    this.clock = clock;
  }

  /** The claims of an access token of this server that is good now. */
  Optional<ObjectNode> accessToken(String token) {
    Verification verification =
        new OutsideTokens(
                issuer.verificationKeys(), issuer.issuer(), TokenIssuer.AUDIENCE, false, clock)
            .verify(token);
    return verification.failure().isPresent()
        ? Optional.empty()
        : claimsOf(token).filter(claims -> !identity.isRevoked(claims.path("jti").asText()));
  }

  /** The claims of an ID token of this server, good still or not (RP-Initiated Logout §2). */
  Optional<ObjectNode> idToken(String token) {
    Verification verification =
        new OutsideTokens(issuer.verificationKeys(), null, null, true, clock).verify(token);
    return verification.failure().isPresent()
        ? Optional.empty()
        : claimsOf(token)
            .filter(claims -> issuer.issuer().equals(claims.path("iss").asText()))
            .filter(claims -> !TokenIssuer.AUDIENCE.equals(claims.path("aud").asText()));
  }

  /** A refresh token of this server, good still or not. */
  Optional<Ticket<Granted>> refreshToken(String token) {
    return tickets.find(Authorizations.REFRESH_TOKENS, token);
  }

  /** Whether a refresh token is good now. */
  boolean isGood(Ticket<Granted> token) {
    return token.usedAt() == null
        && tickets.isCurrent(token)
        && !authorizations.hasEnded(token.content().id());
  }

  /** An opaque token that is good now. */
  Optional<StoredCredential> opaqueToken(String token) {
    Instant now = clock.instant();
    return identity
        .opaqueToken(token)
        .filter(stored -> stored.revokedAt() == null)
        .filter(stored -> stored.expiresAt() == null || now.isBefore(stored.expiresAt()));
  }

  /** What a token may be used for. */
  static Set<String> scopesOf(ObjectNode claims) {
    return SpacedWords.in(claims.path("scope").asText());
  }

  private static Optional<ObjectNode> claimsOf(String token) {
    try {
      return Optional.of(StrictJson.object(CompactJws.read(token).payload(), "the token"));
    } catch (JoseException unreadable) {
      return Optional.empty();
    }
  }
}
