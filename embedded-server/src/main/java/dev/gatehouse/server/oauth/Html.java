package dev.gatehouse.server.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pages from templates, in which {@code {{name}}} stands for a text. */
final class Html {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  /** What is filled in as it is, for it was written as HTML. */
  private static final String AS_IT_IS = "Html";

  private final Map<String, String> templates = new ConcurrentHashMap<>();

  /** The page of this template in the frame that all have. */
  String page(String template, String title, Map<String, String> values) {
    return filled("layout", Map.of("title", title, "content" + AS_IT_IS, filled(template, values)));
  }

  /** A text that cannot be mistaken for a tag. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private String filled(String template, Map<String, String> values) {
    String text = templates.computeIfAbsent(template, name -> resource(name + ".html"));
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String name = place.group(1);
              String value = values.getOrDefault(name, "");
              return Matcher.quoteReplacement(name.endsWith(AS_IT_IS) ? value : escaped(value));
            });
  }

  /** A file beside the templates. */
  static String resource(String file) {
    try (@Nullable InputStream in = Html.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
