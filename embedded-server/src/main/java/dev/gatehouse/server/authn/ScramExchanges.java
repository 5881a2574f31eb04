package dev.gatehouse.server.authn;

import dev.gatehouse.server.scram.ClientFirst;
import dev.gatehouse.server.scram.ScramException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The exchanges that clients have begun. Nothing is kept of them: the first message travels on in
 * the exchange's identifier, signed. Only of those that were ended it is remembered, for as long as
 * they could be ended again. Safe for use by many threads.
 */
final class ScramExchanges {
  /** How long an exchange may take. */
  static final Duration LIFETIME = SignedNonces.LIFETIME;

  private static final int END = 1;

  /**
   * An exchange under way.
   *
   * @param id {@code sid} of RFC 7804 §5
   * @param first the client's first message
   * @param nonce the client's and the server's together
   */
  record Begun(String id, ClientFirst first, String nonce) {}

  private final SignedNonces identifiers;

  ScramExchanges(Clock clock) {
    this.identifiers = new SignedNonces(clock);
  }

  /** Answers a first message. */
  Begun begin(ClientFirst first) {
    return begun(identifiers.next(first.text()), first);
  }

  /** The exchange with this identifier, if it was begun here, however long ago. */
  Optional<Begun> find(String id) {
    if (!identifiers.isOurs(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(begun(id, ClientFirst.read(SignedNonces.content(id))));
    } catch (ScramException impossible) {
      throw new IllegalStateException("what was signed here could be read", impossible);
    }
  }

  /** Whether it may still be ended. */
  boolean isFresh(Begun exchange) {
    return identifiers.isFresh(exchange.id());
  }

  /** Ends it; of many at once, one alone does. */
  boolean end(Begun exchange) {
    return identifiers.use(exchange.id(), END);
  }

  /** Takes that back, for the proof that came was none. */
  void notEnded(Begun exchange) {
    identifiers.notUsed(exchange.id(), END);
  }

  private static Begun begun(String id, ClientFirst first) {
    return new Begun(id, first, first.nonce() + SignedNonces.random(id));
  }
}
