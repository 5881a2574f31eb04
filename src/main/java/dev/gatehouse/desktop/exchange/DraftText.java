package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as a text that can be edited: method and URL in the first line, then a line for each
 * header, then an empty line, then the body.
 */
public final class DraftText {
  private DraftText() {}

  /** The text of a request; bytes of its body that are no UTF-8 cannot be told from one another. */
  public static String write(Draft draft) {
    StringBuilder text = new StringBuilder(draft.method()).append(' ').append(draft.url());
    draft.headers().forEach(h -> text.append('\n').append(h.name()).append(": ").append(h.value()));
    if (draft.body().length > 0) {
      text.append("\n\n").append(new String(draft.body(), StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  /**
   * The request of a text. If nothing was edited it is the original, byte by byte.
   *
   * @param original what was written
   * @throws IllegalArgumentException if it cannot be read; the message says why and what to try
   */
  public static Draft read(String text, Draft original) {
    if (text.equals(write(original))) {
      return original;
    }
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 2);
    String[] lines = head.strip().split("\n", -1);
    String[] first = lines[0].strip().split(" ", 2);
    if (first.length < 2 || first[1].isBlank()) {
      throw new IllegalArgumentException(
          "The first line needs a method and an address, for example: GET http://127.0.0.1:8085/me");
    }
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      headers.add(header(lines[i]));
    }
    return new Draft(
        first[0],
        first[1].strip(),
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        original.certificate());
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
