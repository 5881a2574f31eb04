package dev.gatehouse.desktop.exchange;

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
}
