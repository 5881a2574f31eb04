package dev.gatehouse.desktop.credential;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Lays JSON out in lines without touching anything but the blanks: names, numbers, escapes and even
 * doubles stay as whoever wrote them wrote them.
 */
public final class JsonIndent {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String STEP = "  ";

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonIndent(String text) {
    this.text = text;
  }

  /** The same JSON in lines; the same text if it is not JSON. */
  public static String of(String text) {
    return isJson(text) ? new JsonIndent(text).indent() : text;
  }

  private static boolean isJson(String text) {
    try {
      return !text.isBlank() && !JSON.readTree(text).isMissingNode();
    } catch (JacksonException notJson) {
      return false;
    }
  }

  private String indent() {
    int position = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '"') {
        int end = endOfString(position);
        out.append(text, position, end);
        position = end;
      } else {
        sign(c, position);
        position++;
      }
    }
    return out.toString();
  }

  private void sign(char c, int position) {
    switch (c) {
      case '{', '[' -> {
        out.append(c);
        depth++;
        if (!closesAtOnce(position)) {
          line();
        }
      }
      case '}', ']' -> {
        depth--;
        char before = out.charAt(out.length() - 1);
        if (before != '{' && before != '[') {
          line();
        }
        out.append(c);
      }
      case ',' -> {
        out.append(c);
        line();
      }
      case ':' -> out.append(": ");
      case ' ', '\t', '\r', '\n' -> {}
      default -> out.append(c);
    }
  }

  private boolean closesAtOnce(int opening) {
    int next = opening + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && (text.charAt(next) == '}' || text.charAt(next) == ']');
  }

  private int endOfString(int start) {
    int end = start + 1;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private void line() {
    out.append('\n').append(STEP.repeat(depth));
  }
}
