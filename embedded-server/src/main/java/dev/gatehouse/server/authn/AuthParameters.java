package dev.gatehouse.server.authn;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What follows the scheme in a header: parameters with commas between them (RFC 9110 §11.2 and
 * §11.4), each with how it was written. Names are in lower case.
 *
 * @param values in order; those read before the flaw if there is one
 * @param flaw why it could not be read, in words; empty if it could
 */
record AuthParameters(Map<String, Value> values, String flaw) {
  /**
   * The value of a parameter.
   *
   * @param text without quotes and backslashes
   * @param quoted whether it was written as a quoted string
   */
  record Value(String text, boolean quoted) {}

  private static final String TOKEN = "([!#$%&'*+.^_`|~0-9A-Za-z-]++)";
  private static final Pattern NAME = Pattern.compile(TOKEN + "[ \t]*+=[ \t]*+");
  private static final Pattern UNQUOTED = Pattern.compile(TOKEN);

  /** Base64 without quotes, which is no token: what a scheme may allow in spite of RFC 9110. */
  private static final Pattern UNQUOTED_BASE64 =
      Pattern.compile("[!#$%&'*+.^_`|~/0-9A-Za-z-]++=*+");

  private static final Pattern SEPARATOR = Pattern.compile("[ \t]*+,[ \t,]*+");

  AuthParameters {
    values = new LinkedHashMap<>(values);
  }

  /** Reads them. Never throws. */
  static AuthParameters read(String text) {
    return read(text, UNQUOTED);
  }

  /** Reads those of a scheme that puts no quotes around Base64, as RFC 7804 §5. Never throws. */
  static AuthParameters readWithBase64(String text) {
    return read(text, UNQUOTED_BASE64);
  }

  private static AuthParameters read(String text, Pattern unquoted) {
    Map<String, Value> values = new LinkedHashMap<>();
    int position = 0;
    while (true) {
      Matcher named = NAME.matcher(text).region(position, text.length());
      if (!named.lookingAt()) {
        return new AuthParameters(values, "something that is no parameter");
      }
      String name = named.group(1).toLowerCase(Locale.ROOT);
      int end = endOfValue(text, named.end(), unquoted);
      if (end < 0) {
        return new AuthParameters(values, "the parameter " + name + " without a readable value");
      }
      if (values.put(name, value(text.substring(named.end(), end))) != null) {
        return new AuthParameters(values, "the parameter " + name + " twice");
      }
      if (end == text.length()) {
        return new AuthParameters(values, "");
      }
      Matcher separator = SEPARATOR.matcher(text).region(end, text.length());
      if (!separator.lookingAt()) {
        return new AuthParameters(values, "no comma after the parameter " + name);
      }
      position = separator.end();
    }
  }

  /** The text of this parameter. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Value::text);
  }

  /** Whether this parameter is there and was written as a quoted string. */
  boolean isQuoted(String name) {
    @Nullable Value value = values.get(name);
    return value != null && value.quoted();
  }

  /** Where the value that begins there ends, or -1 if none does. */
  private static int endOfValue(String text, int start, Pattern unquoted) {
    if (start == text.length() || text.charAt(start) != '"') {
      Matcher token = unquoted.matcher(text).region(start, text.length());
      return token.lookingAt() ? token.end() : -1;
    }
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i + 1;
      }
    }
    return -1;
  }

  private static Value value(String written) {
    boolean quoted = written.startsWith("\"");
    return quoted
        ? new Value(written.substring(1, written.length() - 1).replaceAll("\\\\(.)", "$1"), true)
        : new Value(written, false);
  }
}
