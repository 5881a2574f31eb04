package dev.gatehouse.server.httpsignature;

import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;
import org.jspecify.annotations.Nullable;

/** The fields of a message as they are signed (RFC 9421 §2.1). */
final class FieldComponents {
  /** Fields of which it is known that they are dictionaries (RFC 8941 §3.2). */
  private static final Set<String> DICTIONARIES =
      Set.of(
          "accept-signature",
          "cdn-cache-control",
          "content-digest",
          "priority",
          "repr-digest",
          "signature",
          "signature-input",
          "want-content-digest",
          "want-repr-digest");

  /** Fields of which it is known that they are lists (RFC 8941 §3.1). */
  private static final Set<String> LISTS = Set.of("accept-ch", "cache-status", "proxy-status");

  private FieldComponents() {}

  static String value(Message message, Component component) throws ComponentException {
    List<String> lines =
        lines(component.has("tr") ? message.trailers() : message.headers(), component);
    if (component.has("bs")) {
      return lines.stream().map(FieldComponents::bytes).collect(Collectors.joining(", "));
    }
    @Nullable String key = component.parameter("key").orElse(null);
    if (key == null && !component.has("sf")) {
      return String.join(", ", lines);
    }
    try {
      return key == null ? structured(component, lines) : member(component, lines, key);
    } catch (IllegalArgumentException unreadable) {
      throw new ComponentException(component.name() + " is not written as a structured field");
    }
  }

  private static List<String> lines(List<Header> section, Component component)
      throws ComponentException {
    List<String> lines =
        section.stream()
            .filter(header -> header.name().equalsIgnoreCase(component.name()))
            .map(header -> header.value().strip())
            .toList();
    if (lines.isEmpty()) {
      throw new ComponentException("the message has no " + component.text());
    }
    return lines;
  }

  /** RFC 9421 §2.1.3. */
  private static String bytes(String line) {
    return ByteSequenceItem.valueOf(line.getBytes(StandardCharsets.ISO_8859_1)).serialize();
  }

  /** RFC 9421 §2.1.1: written strictly anew, which takes knowing what it is. */
  private static String structured(Component component, List<String> lines)
      throws ComponentException {
    if (DICTIONARIES.contains(component.name())) {
      return new Parser(lines).parseDictionary().serialize();
    }
    if (LISTS.contains(component.name())) {
      return new Parser(lines).parseList().serialize();
    }
    throw new ComponentException("whether " + component.name() + " is structured is not known");
  }

  /** RFC 9421 §2.1.2. */
  private static String member(Component component, List<String> lines, String key)
      throws ComponentException {
    @Nullable ListElement<?> member = new Parser(lines).parseDictionary().get().get(key);
    if (member == null) {
      throw new ComponentException(component.name() + " has no member " + key);
    }
    return member.serialize();
  }
}
