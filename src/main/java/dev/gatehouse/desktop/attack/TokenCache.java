package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.attack.LoopbackServer.Answer;
import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A cache between a program and the token endpoint that keeps what it must not (RFC 6749 §5.1): it
 * lets the first request through, and answers those after it with what came. It is a real server.
 */
final class TokenCache implements AutoCloseable {
  private static final String TOKENS = "/oauth/token";

  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final LoopbackServer server =
      LoopbackServer.open(received -> Answer.json(200, kept.get(0)));

  /** This wire with the cache before it. */
  Wire before(Wire wire) {
    return new Wire() {
      @Override
      public Hop send(String purpose, Draft draft) throws InterruptedException {
        return send(Between.CALL, purpose, draft);
      }

      @Override
      public Hop send(Between between, String purpose, Draft draft) throws InterruptedException {
        if (!draft.url().endsWith(TOKENS)) {
          return wire.send(between, purpose, draft);
        }
        if (!kept.isEmpty()) {
          return wire.send(between, purpose + ", for which the cache has an answer", led(draft));
        }
        Hop hop = wire.send(between, purpose, draft);
        kept.add(new String(hop.body(), StandardCharsets.UTF_8));
        return hop;
      }

      @Override
      public Predicate<Weakness> callerWeaknesses() {
        return wire.callerWeaknesses();
      }

      @Override
      public void received(Hop hop) {
        wire.received(hop);
      }

      @Override
      public void examined(List<CheckResult> checks) {
        wire.examined(checks);
      }
    };
  }

  private Draft led(Draft draft) {
    return new Draft(draft.method(), server.uri() + TOKENS, draft.headers(), draft.body());
  }

  @Override
  public void close() {
    server.close();
  }
}
