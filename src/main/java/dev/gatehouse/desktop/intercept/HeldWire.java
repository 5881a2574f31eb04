package dev.gatehouse.desktop.intercept;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.trace.Weakness;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Sends through a checkpoint. The request may be changed before it leaves, with whatever connection
 * it needs: a certificate that is shown in the handshake, and TLS, stay as they are.
 *
 * @param checkpoint what holds the messages
 * @param origin who sends, in words
 * @param wire sends on
 */
public record HeldWire(Checkpoint checkpoint, String origin, Wire wire) implements Wire {
  @Override
  public Hop send(String purpose, Draft draft) throws InterruptedException {
    Passage ended = checkpoint.pass(origin, draft, sent -> wire.send(purpose, sent));
    Hop hop = ended.hop();
    if (hop == null) {
      return Hop.unsent(
          purpose,
          Instant.now(),
          draft,
          "The request was held and dropped before it left. See Intercept.");
    }
    if (ended.given() == null) {
      return Hop.unsent(
          purpose,
          hop.at(),
          hop.request(),
          "The server has answered, and the response was dropped. See Intercept.");
    }
    return ended.responseChanged() ? hop.answered(ended.given()) : hop;
  }

  @Override
  public Predicate<Weakness> callerWeaknesses() {
    return wire.callerWeaknesses();
  }
}
