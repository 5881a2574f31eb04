package dev.gatehouse.desktop.lesson;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns YAML into the values JSON knows. */
final class YamlJson {
  private YamlJson() {}

  /** Text, number, yes or no, list, mapping or null. */
  static @Nullable Object of(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof SequenceNode sequence) {
      List<@Nullable Object> list = new ArrayList<>();
      sequence.getValue().forEach(item -> list.add(of(item)));
      return list;
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        map.put(key, of(tuple.getValueNode()));
      }
    }
    return map;
  }

  private static @Nullable Object scalar(ScalarNode scalar) {
    if (scalar.getTag().equals(Tag.NULL)) {
      return null;
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.valueOf(scalar.getValue());
    }
    boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    return number && scalar.getValue().matches("-?[0-9]+([.][0-9]+)?")
        ? new BigDecimal(scalar.getValue())
        : scalar.getValue();
  }
}
