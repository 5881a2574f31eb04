package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request or a response, as far as it is known.
 *
 * @param startLine the request line or the status line
 * @param headers in order
 * @param body the body; empty if there was none or if it was not kept
 * @param raw the bytes as they crossed the socket, or what can be said of them
 * @param remark why this is not the whole truth; empty if it is
 * @param certificate whose certificate the client has shown on the connection; empty if none
 */
record Message(
    String startLine,
    List<Header> headers,
    byte[] body,
    byte[] raw,
    String remark,
    String certificate) {
  private static final byte[] NOTHING = {};

  Message {
    headers = List.copyOf(headers);
  }

  /** One on whose connection no certificate of the client's was shown. */
  Message(String startLine, List<Header> headers, byte[] body, byte[] raw, String remark) {
    this(startLine, headers, body, raw, remark, "");
  }

  /** The same, sent on a connection on which this one's certificate was shown. */
  Message showing(String subject) {
    return new Message(startLine, headers, body, raw, remark, subject);
  }

  /** A message of which somebody else noted the lines, not the bytes. */
  static Message noted(String startLine, List<Header> headers, String remark) {
    StringBuilder text = new StringBuilder(startLine).append("\r\n");
    headers.forEach(h -> text.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    return new Message(startLine, headers, NOTHING, bytes, remark);
  }

  /** A message that does not exist. */
  static Message none(String remark) {
    return new Message("", List.of(), NOTHING, NOTHING, remark);
  }
}
