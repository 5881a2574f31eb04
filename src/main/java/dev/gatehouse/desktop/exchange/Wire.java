package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Weakness;
import java.util.List;
import java.util.function.Predicate;

/** Sends requests and waits for their responses. Never call it on the JavaFX thread. */
@FunctionalInterface
public interface Wire {
  /**
   * Sends one request. Failing to get a response is told in the hop, not thrown.
   *
   * @param purpose what it is for, in a few words
   * @throws InterruptedException if the person cancelled it
   */
  Hop send(String purpose, Draft draft) throws InterruptedException;

  /**
   * Sends one request that runs between others than caller and API.
   *
   * @param between who sends it to whom
   * @param purpose what it is for, in a few words
   * @throws InterruptedException if the person cancelled it
   */
  default Hop send(Between between, String purpose, Draft draft) throws InterruptedException {
    return send(purpose, draft).between(between);
  }

  /** Notes a request that somebody else has sent to the caller, with the caller's answer. */
  default void received(Hop hop) {}

  /** Which weaknesses the caller has: what they take away it does not check. */
  default Predicate<Weakness> callerWeaknesses() {
    return weakness -> false;
  }

  /** Notes what the caller has checked of the latest hop, in order. */
  default void examined(List<CheckResult> checks) {}
}
