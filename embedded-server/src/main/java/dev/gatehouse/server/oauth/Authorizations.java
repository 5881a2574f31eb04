package dev.gatehouse.server.oauth;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import java.time.Duration;

/**
 * What people have allowed, one by one, and the tokens that came of each: when a code or a refresh
 * token turns up twice, all of them end together (RFC 9700 §4.14.2, RFC 6749 §4.1.2).
 */
final class Authorizations {
  /** How long a refresh token can go on being exchanged. */
  static final Duration LIFETIME = Duration.ofDays(14);

  /** The tokens by which more tokens can be had (RFC 6749 §1.5). */
  static final Kind<Granted> REFRESH_TOKENS =
      new Kind<>("gh_refresh_", Granted.class, LIFETIME, 20_000);

  private static final Kind<String> ACCESS_TOKENS =
      new Kind<>("access", String.class, TokenIssuer.LIFETIME, 50_000);
  private static final Kind<String> ENDED =
      new Kind<>("ended", String.class, LIFETIME.plusDays(1), 20_000);

  private final Tickets tickets;
  private final Identity identity;

  Authorizations(Tickets tickets, Identity identity) {
    this.tickets = tickets;
    this.identity = identity;
  }

  /** A new identifier for one. */
  static String newId() {
    return Secrets.lettersAndDigits(24);
  }

  /** Notes that this access token came of it. */
  void issued(String id, String jti) {
    if (!id.isEmpty()) {
      tickets.store(ACCESS_TOKENS, jti, id, jti);
    }
  }

  /** Whether it has been ended. */
  boolean hasEnded(String id) {
    return tickets.find(ENDED, ENDED.prefix() + id).isPresent();
  }

  /** Ends it: none of its tokens is good for anything from now on. */
  void end(String id) {
    tickets.storeIfNew(ENDED, ENDED.prefix() + id, id);
    for (Ticket<String> token : tickets.ownedBy(ACCESS_TOKENS, id)) {
      identity.revoke(token.content(), token.expiresAt().plusSeconds(60));
    }
  }
}
