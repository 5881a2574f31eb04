package dev.gatehouse.server.oauth;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Finding;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request (RFC 6749 §3.1, §3.2): each at most once, and one without a value is
 * as good as none.
 *
 * @param values by name, decoded; empty if they could not be read
 * @param flaw why they could not be read, in words; empty if they could
 */
record Parameters(Map<String, String> values, String flaw) {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MOST = 40;
  private static final int LONGEST = 8 * 1024;

  Parameters {
    values = Map.copyOf(values);
  }

  /** Those in the query of the URL. */
  static Parameters ofQuery(Arrival arrival) {
    return read(arrival.query());
  }

  /** Those in the body, which must be a form (RFC 6749 §3.2). */
  static Parameters ofForm(Arrival arrival) {
    String type = arrival.value("Content-Type").orElse("").split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals(FORM)) {
      return flawed("the body is not of the type " + FORM);
    }
    try {
      return read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(arrival.body())).toString());
    } catch (CharacterCodingException e) {
      return flawed("the body is not UTF-8");
    }
  }

  /** The value of this parameter. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** What the check for well-formedness has to say. */
  Finding finding() {
    String expected = "a form, each parameter at most once";
    return flaw.isEmpty()
        ? Finding.passed(
            expected, values.size() == 1 ? "one parameter" : values.size() + " parameters")
        : Finding.failed(expected, flaw);
  }

  private static Parameters read(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      String name;
      String value;
      try {
        name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
      } catch (IllegalArgumentException malformed) {
        return flawed("a percent sign is not followed by two digits");
      }
      if (value.length() > LONGEST || values.size() >= MOST) {
        return flawed("it is far too long");
      }
      if (values.put(name, value) != null) {
        return flawed("a parameter comes twice");
      }
    }
    values.values().removeIf(String::isEmpty);
    return new Parameters(values, "");
  }

  private static Parameters flawed(String flaw) {
    return new Parameters(Map.of(), flaw);
  }
}
