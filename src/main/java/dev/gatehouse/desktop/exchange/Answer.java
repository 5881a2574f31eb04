package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.util.List;

/**
 * A response on its way to the caller.
 *
 * @param status the status code
 * @param reason the reason phrase; may be empty
 * @param headers in order
 * @param body the body; empty if there is none
 */
public record Answer(int status, String reason, List<Header> headers, byte[] body) {
  public Answer {
    headers = List.copyOf(headers);
  }

  /** What came back on a hop. */
  public static Answer of(Hop hop) {
    return new Answer(hop.status(), hop.reason(), hop.headers(), hop.body());
  }
}
