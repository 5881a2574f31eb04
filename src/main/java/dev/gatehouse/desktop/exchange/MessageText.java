package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * A message taken apart as a text that can be edited: a first line, a line for each header, an
 * empty line, the body.
 *
 * @param first the first line
 * @param headers in order
 * @param body as text
 */
record MessageText(String first, List<Header> headers, String body) {
  /** All of it as one text. */
  static String write(String first, List<Header> headers, byte[] body) {
    StringBuilder text = new StringBuilder(first);
    headers.forEach(h -> text.append('\n').append(h.name()).append(": ").append(h.value()));
    if (body.length > 0) {
      text.append("\n\n").append(BodyText.write(body));
    }
    return text.toString();
  }

  /**
   * Takes a text apart.
   *
   * @throws IllegalArgumentException if a line is no header; the message says why and what to try
   */
  static MessageText read(String text) {
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String[] lines = head.strip().split("\n", -1);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      headers.add(header(lines[i]));
    }
    return new MessageText(lines[0].strip(), headers, end < 0 ? "" : text.substring(end + 2));
  }

  private static Header header(String line) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "“"
              + line
              + "” is no header line. Write Name: value, and an empty line before the body.");
    }
    return new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
  }
}
