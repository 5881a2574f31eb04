package dev.gatehouse.server.authn;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a path can be read in one way only (RFC 3986 §6). A router and a policy that read it
 * differently would guard one thing and give away another.
 */
final class CanonicalPath {
  /** An escape, and the two characters by which it is one (RFC 3986 §2.1). */
  static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  /** What has no need of being escaped, or means something else once it is (RFC 3986 §2.2, 2.3). */
  private static final String NEVER_ESCAPED = "/\\;%.";

  private CanonicalPath() {}

  /** What is ambiguous about this path, in words; empty if nothing is. */
  static String flawOf(String path) {
    if (path.contains("//")) {
      return "an empty segment";
    }
    if (path.indexOf(';') >= 0 || path.indexOf('\\') >= 0) {
      return "a character that some readers take for a separator";
    }
    for (String segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return "a segment that stands for another one";
      }
    }
    return path.indexOf('%') < 0 ? "" : flawInEscapes(path);
  }

  private static String flawInEscapes(String path) {
    if (ESCAPE.matcher(path).replaceAll("").indexOf('%') >= 0) {
      return "a percent sign that begins no escape";
    }
    boolean needless =
        ESCAPE.matcher(path).results().anyMatch(escape -> isNeverEscaped(escape.group(1)));
    if (needless) {
      return "an escape for a character that must not, or need not, be escaped";
    }
    return isUtf8(path) ? "" : "escapes that are not UTF-8";
  }

  private static boolean isNeverEscaped(String hex) {
    char c = (char) Integer.parseInt(hex, 16);
    return c < ' ' || c == 0x7F || isNeedless(c);
  }

  /** Whether an escape for this character means the same, or something else, without it. */
  static boolean isNeedless(char c) {
    return NEVER_ESCAPED.indexOf(c) >= 0
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z');
  }

  private static boolean isUtf8(String path) {
    ByteBuffer bytes = ByteBuffer.allocate(path.length());
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '%') {
        bytes.put((byte) Integer.parseInt(path, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put((byte) path.charAt(i));
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
