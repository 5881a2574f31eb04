package dev.gatehouse.desktop.lesson;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping of which every key and value knows its line. Asking for something that is not
 * there, or not of the right shape, notes a problem and gives an empty answer, so that one reading
 * finds every problem.
 */
final class YamlMap {
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final int line;
  private final int before;
  private final Problems problems;

  private YamlMap(int line, int before, Problems problems) {
    this.line = line;
    this.before = before;
    this.problems = problems;
  }

  /**
   * Reads a mapping.
   *
   * @param yaml the text
   * @param before how many lines of the file come before it
   * @param problems where to note what is wrong
   */
  static YamlMap parse(String yaml, int before, Problems problems) {
    // A list or mapping that stands for itself elsewhere could stand within itself.
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      @Nullable Node root = new Yaml(options).compose(new StringReader(yaml));
      return of(root, before, problems);
    } catch (MarkedYAMLException broken) {
      int at = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine();
      problems.add(before + at + 1, "this is not YAML: " + broken.getProblem());
    } catch (YAMLException broken) {
      problems.add(before + 1, "this YAML cannot be read: " + broken.getMessage());
    }
    // What is missing because of that is not said as well.
    return new YamlMap(before + 1, before, new Problems(""));
  }

  private static YamlMap of(@Nullable Node node, int before, Problems problems) {
    int line = node == null ? before + 1 : before + node.getStartMark().getLine() + 1;
    YamlMap map = new YamlMap(line, before, problems);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(map::put);
    } else {
      problems.add(line, "expected keys and values here");
    }
    return map;
  }

  private void put(NodeTuple tuple) {
    Node key = tuple.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (values.put(name, tuple.getValueNode()) != null) {
      problems.add(lineOf(key), "the key \"" + name + "\" stands here twice");
    }
    lines.put(name, lineOf(key));
  }

  /** Notes every key that is not one of these. */
  YamlMap only(String... allowed) {
    Set<String> known = Set.of(allowed);
    lines.forEach(
        (key, at) -> {
          if (!known.contains(key)) {
            problems.add(
                at, "unknown key \"" + key + "\"; known here: " + String.join(", ", allowed));
          }
        });
    return this;
  }

  /** The line on which it begins. */
  int line() {
    return line;
  }

  /** The line of this key, or the line on which the mapping begins. */
  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  /** Notes a problem with this key. */
  void problem(String key, String message) {
    problems.add(line(key), message);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** The keys in order. */
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** The text of this key, which must be there. */
  String text(String key) {
    return required(key) ? optionalText(key).orElse("") : "";
  }

  /** The text of this key. */
  Optional<String> optionalText(String key) {
    @Nullable Node node = values.get(key);
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getValue().strip();
      if (text.isEmpty()) {
        problem(key, "\"" + key + "\" is empty");
      }
      return Optional.of(text);
    }
    if (node != null) {
      problem(key, "\"" + key + "\" must be a text");
    }
    return Optional.empty();
  }

  /** Yes or no; no if it is not there. */
  boolean flag(String key) {
    String text = optionalText(key).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      problem(key, "\"" + key + "\" must be true or false");
    }
    return text.equals("true");
  }

  /** The positive number of this key, which must be there. */
  int number(String key) {
    String text = text(key);
    if (text.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(text);
    }
    problem(key, "\"" + key + "\" must be a number");
    return 0;
  }

  /** The texts of this key; none if it is not there. A single text counts as a list of one. */
  List<String> texts(String key) {
    @Nullable Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof ScalarNode scalar) {
      return List.of(scalar.getValue().strip());
    }
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue().strip());
      } else {
        problems.add(lineOf(item), "expected a text here");
      }
    }
    return texts;
  }

  /** The mapping of this key; an empty one if it is not there. */
  YamlMap map(String key) {
    @Nullable Node node = values.get(key);
    return node == null ? new YamlMap(line, before, problems) : of(node, before, problems);
  }

  /** The mappings in the list of this key; none if it is not there. */
  List<YamlMap> maps(String key) {
    return items(key).stream().map(item -> of(item, before, problems)).toList();
  }

  /** The list of this key, in which {@code word} may stand for an empty mapping. */
  List<YamlMap> mapsOr(String word, String key) {
    return items(key).stream()
        .map(
            item ->
                item instanceof ScalarNode scalar && scalar.getValue().equals(word)
                    ? new YamlMap(lineOf(item), before, problems)
                    : of(item, before, problems))
        .toList();
  }

  /** Whether the value of this key is a mapping. */
  boolean isMap(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** The value of this key as JSON knows it: text, number, yes or no, list, mapping or null. */
  @Nullable Object json(String key) {
    @Nullable Node node = values.get(key);
    return node == null ? null : YamlJson.of(node);
  }

  /** Whether this key, which must be there, is. */
  boolean required(String key) {
    if (!has(key)) {
      problems.add(line, "\"" + key + "\" is missing");
    }
    return has(key);
  }

  private List<Node> items(String key) {
    @Nullable Node node = values.get(key);
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    if (node != null) {
      problem(key, "\"" + key + "\" must be a list");
    }
    return List.of();
  }

  private int lineOf(Node node) {
    return before + node.getStartMark().getLine() + 1;
  }
}
