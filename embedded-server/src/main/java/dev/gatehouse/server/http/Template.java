package dev.gatehouse.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pattern of a path, for example {@code /calendars/{calendar}/events}, as OpenAPI writes it.
 */
final class Template {
  private final String text;
  private final List<Segment> segments;
  private final Set<String> parameters;

  /** One segment: fixed text before and after at most one parameter. */
  private record Segment(String before, String parameter, String after) {
    static Segment of(String text) {
      int open = text.indexOf('{');
      int close = text.indexOf('}');
      return open < 0
          ? new Segment(text, "", "")
          : new Segment(
              text.substring(0, open), text.substring(open + 1, close), text.substring(close + 1));
    }

    boolean fits(String segment) {
      return parameter.isEmpty()
          ? segment.equals(before)
          : segment.length() > before.length() + after.length()
              && segment.startsWith(before)
              && segment.endsWith(after);
    }

    String valueIn(String segment) {
      return segment.substring(before.length(), segment.length() - after.length());
    }
  }

  Template(String text) {
    this.text = text;
    this.segments = Arrays.stream(text.split("/", -1)).map(Segment::of).toList();
    this.parameters =
        segments.stream()
            .map(Segment::parameter)
            .filter(parameter -> !parameter.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it has this parameter. */
  boolean names(String parameter) {
    return parameters.contains(parameter);
  }

  /** The values of its parameters in a path, cut at its slashes; empty if it does not fit. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < path.size(); i++) {
      if (!segments.get(i).fits(path.get(i))) {
        return Optional.empty();
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      Segment segment = segments.get(i);
      if (!segment.parameter().isEmpty()) {
        values.put(segment.parameter(), decoded(segment.valueIn(path.get(i))));
      }
    }
    return Optional.of(values);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Only {@code %XX} is decoded: a plus is a plus in a path (RFC 3986 §2.1). */
  private static String decoded(String segment) {
    try {
      return segment.indexOf('%') < 0
          ? segment
          : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      // Such a path is refused by path.canonical before anybody reads the value.
      return segment;
    }
  }
}
