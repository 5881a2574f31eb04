package dev.gatehouse.desktop.workbench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that the server offers, as its OpenAPI document describes it.
 *
 * @param method for example {@code GET}
 * @param template the path, for example {@code /calendars/{id}/events}
 * @param summary one line: what it does
 * @param parameters of the path and of the query, in order
 * @param body what is sent with it; null if nothing is
 * @param open whether it needs no credential
 */
public record ApiCall(
    String method,
    String template,
    String summary,
    List<Parameter> parameters,
    @Nullable Body body,
    boolean open) {
  /**
   * A parameter.
   *
   * @param name for example {@code id}
   * @param inPath whether it is in the path, else in the query
   * @param required whether it must be given
   * @param example a value that works; may be empty
   * @param text what it is; may be empty
   */
  public record Parameter(
      String name, boolean inPath, boolean required, String example, String text) {}

  /**
   * A body.
   *
   * @param contentType for example {@code application/json}
   * @param example one that works; may be empty
   */
  public record Body(String contentType, String example) {}

  public ApiCall {
    parameters = List.copyOf(parameters);
  }

  /** Method and path, for example {@code GET /calendars/{id}/events}: names it in lessons. */
  public String name() {
    return method + " " + template;
  }

  /** The path and query with the examples in it; parameters that may be left out are. */
  public String exampleTarget() {
    return target(Map.of());
  }

  /**
   * The path and query with these values in it, by the parameters' names; where there is none, the
   * example stands, unless the parameter may be left out.
   */
  public String target(Map<String, String> values) {
    String path = template;
    StringBuilder query = new StringBuilder();
    for (Parameter parameter : parameters) {
      String value = values.getOrDefault(parameter.name(), "");
      if (value.isEmpty() && parameter.required()) {
        value = parameter.example();
      }
      if (parameter.inPath()) {
        path = value.isEmpty() ? path : path.replace("{" + parameter.name() + "}", encoded(value));
      } else if (!value.isEmpty()) {
        query.append(query.isEmpty() ? '?' : '&');
        query.append(parameter.name()).append('=').append(encoded(value));
      }
    }
    return path + query;
  }

  /** Percent-encoded, but for the colon of times, which may stand as it is (RFC 3986 §3.3). */
  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
