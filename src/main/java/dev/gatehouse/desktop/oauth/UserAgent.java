package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Wire;

/** The browser's part of a flow. */
@FunctionalInterface
public interface UserAgent {
  /**
   * A device that waits for its owner (RFC 8628 §3.2).
   *
   * @param page where its code is entered
   * @param complete the same with the code in it, or the same if the server offers none
   * @param userCode the code
   */
  record Device(String page, String complete, String userCode) {}

  /**
   * Sends the person to the authorization server, and waits until the browser comes back.
   *
   * @param url where to
   * @param redirection where it comes back to
   * @param wire for what can be seen of it
   * @return the address to which the browser came back, with all its parameters
   * @throws FlowException if it does not come back
   * @throws InterruptedException if the person cancelled it
   */
  String visit(String url, Redirection redirection, Wire wire)
      throws FlowException, InterruptedException;

  /**
   * Sends the person to the page on which the code of a device is entered.
   *
   * @param wire for what can be seen of it
   * @throws FlowException if that is of no use
   * @throws InterruptedException if the person cancelled it
   */
  default void connect(Device device, Wire wire) throws FlowException, InterruptedException {
    throw new FlowException("This browser does not go to the page of a device.");
  }

  /** Whether the person has decided by the time {@link #connect} returns. */
  default boolean decidesAtOnce() {
    return true;
  }
}
