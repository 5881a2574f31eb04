package dev.gatehouse.server.calendar;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.stream.Stream;

/** How content lines are written, RFC 5545 §3.1. */
final class IcsText {
  private static final String LINE_END = "\r\n";
  private static final int LONGEST = 75;

  private IcsText() {}

  /** A property whose value is text, RFC 5545 §3.3.11. */
  static String property(String name, String text) {
    String oneKindOfLineEnd = text.replace("\r\n", "\n").replace('\r', '\n');
    return name + ":" + VObjectPropertyValues.escape(oneKindOfLineEnd).replace("\n", "\\n");
  }

  /** Ends each line, and folds those that are longer than 75 octets in UTF-8. */
  static String folded(Stream<String> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> fold(line, out));
    return out.toString();
  }

  private static void fold(String line, StringBuilder out) {
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      int character = line.codePointAt(at);
      int size = octets(character);
      if (octets + size > LONGEST) {
        out.append(LINE_END).append(' ');
        octets = 1;
      }
      out.appendCodePoint(character);
      octets += size;
      at += Character.charCount(character);
    }
    out.append(LINE_END);
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
