package dev.gatehouse.server.httpsignature;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is derived from a message rather than being a field of it (RFC 9421 §2.2). */
final class DerivedComponents {
  private DerivedComponents() {}

  static String value(Message message, Component component) throws ComponentException {
    if (component.name().equals("@status") != !message.isRequest()) {
      throw new ComponentException(
          component.text()
              + " is nothing that a "
              + (message.isRequest() ? "request" : "response")
              + " has");
    }
    return switch (component.name()) {
      case "@method" -> message.method();
      case "@target-uri" -> message.scheme() + "://" + message.authority() + message.target();
      case "@authority" -> message.authority();
      case "@scheme" -> message.scheme();
      case "@request-target" -> message.target();
      case "@path" -> message.path();
      case "@query" -> "?" + message.query();
      case "@query-param" -> parameter(message, component);
      case "@status" -> Integer.toString(message.status());
      default -> throw new ComponentException(component.text() + " is not known");
    };
  }

  /** RFC 9421 §2.2.8: the value of the one parameter of this name, encoded anew. */
  private static String parameter(Message message, Component component) throws ComponentException {
    String wanted =
        component
            .parameter("name")
            .orElseThrow(() -> new ComponentException("\"@query-param\" without a name"));
    List<String> values = new ArrayList<>();
    for (String pair : message.query().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (encodedAnew(parts[0]).equals(wanted)) {
        values.add(encodedAnew(parts.length == 2 ? parts[1] : ""));
      }
    }
    if (values.size() != 1) {
      throw new ComponentException(
          "the query has " + values.size() + " parameters of the name " + wanted);
    }
    return values.get(0);
  }

  private static String encodedAnew(String text) throws ComponentException {
    try {
      String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
      return URLEncoder.encode(decoded, StandardCharsets.UTF_8).replace("+", "%20");
    } catch (IllegalArgumentException malformed) {
      throw new ComponentException("the query has a percent sign that encodes nothing");
    }
  }
}
