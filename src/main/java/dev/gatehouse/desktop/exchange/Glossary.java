package dev.gatehouse.desktop.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names with what they mean and where that is written, read from a resource beside a class. */
public final class Glossary {
  /**
   * A name that is known.
   *
   * @param name as it is usually written
   * @param text one or two sentences
   * @param source where that is written, for example {@code RFC 9110 §11.6.1}
   */
  public record Entry(String name, String text, String source) {}

  private final Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final boolean caseMatters;

  private Glossary(boolean caseMatters) {
    this.caseMatters = caseMatters;
  }

  /**
   * Reads a resource: under each name a {@code text} and a {@code source}.
   *
   * @param beside a class in whose package the resource is
   * @param caseMatters whether a name in another case is another name
   */
  public static Glossary read(Class<?> beside, String resource, boolean caseMatters) {
    Glossary glossary = new Glossary(caseMatters);
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      for (Map.Entry<String, JsonNode> entry :
          YAMLMapper.builder().build().readTree(in).properties()) {
        String text = entry.getValue().path("text").asText();
        String source = entry.getValue().path("source").asText();
        glossary.entries.put(entry.getKey(), new Entry(entry.getKey(), text, source));
      }
      return glossary;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** What is known of a name. */
  public Optional<Entry> find(String name) {
    return Optional.ofNullable(entries.get(name))
        .filter(entry -> !caseMatters || entry.name().equals(name));
  }

  /** Every name that is known, in alphabetical order. */
  public Iterable<String> names() {
    return entries.keySet();
  }
}
