package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Header;
import java.util.List;

/**
 * A scheme that has something to say to a caller whom it has authenticated (RFC 7615 §3).
 *
 * @param <A> what its checks examine
 */
public interface Acknowledging<A> extends Authenticator<A> {
  /**
   * The header lines that the answer carries.
   *
   * @param attempt one of which no check has failed
   * @param body the body of the answer
   */
  List<Header> acknowledgement(A attempt, byte[] body);
}
