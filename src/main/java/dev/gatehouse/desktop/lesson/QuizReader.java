package dev.gatehouse.desktop.lesson;

import java.util.List;
import java.util.Optional;

/** Reads a {@code quiz} block. */
final class QuizReader {
  private QuizReader() {}

  /**
   * The quiz of a block, unless its kind is unknown; what is wrong with it was noted by {@code
   * map}.
   */
  static Optional<Quiz> read(String id, YamlMap map) {
    String ask = map.text("ask");
    return switch (map.text("kind")) {
      case "choice" -> Optional.of(choice(id, ask, map));
      case "order" -> Optional.of(order(id, ask, map));
      case "pick-header-line" -> Optional.of(pickHeaderLine(id, ask, map));
      case "classify" -> Optional.of(classify(id, ask, map));
      default -> {
        map.problem("kind", "\"kind\" must be choice, order, pick-header-line or classify");
        yield Optional.empty();
      }
    };
  }

  private static Quiz choice(String id, String ask, YamlMap map) {
    map.only("kind", "ask", "answers");
    return new Quiz.Choice(id, ask, AnswerReader.answers(map, "answers"));
  }

  private static Quiz order(String id, String ask, YamlMap map) {
    map.only("kind", "ask", "steps", "feedback");
    List<String> steps = map.texts("steps");
    if (map.required("steps") && steps.stream().distinct().count() < Math.max(2, steps.size())) {
      map.problem("steps", "there must be at least two steps, all different");
    }
    return new Quiz.Order(id, ask, steps, map.text("feedback"));
  }

  private static Quiz pickHeaderLine(String id, String ask, YamlMap map) {
    map.only("kind", "ask", "lines");
    return new Quiz.PickHeaderLine(id, ask, AnswerReader.answers(map, "lines"));
  }

  private static Quiz classify(String id, String ask, YamlMap map) {
    map.only("kind", "ask", "groups", "sentences");
    List<String> groups = map.texts("groups");
    if (map.required("groups") && groups.size() < 2) {
      map.problem("groups", "there must be at least two groups");
    }
    map.required("sentences");
    return new Quiz.Classify(
        id,
        ask,
        groups,
        map.maps("sentences").stream().map(sentence -> sentence(sentence, groups)).toList());
  }

  private static Quiz.Sentence sentence(YamlMap map, List<String> groups) {
    map.only("text", "group", "feedback");
    String group = map.text("group");
    if (!groups.contains(group)) {
      map.problem("group", "\"" + group + "\" is not one of the groups");
    }
    return new Quiz.Sentence(map.text("text"), group, map.text("feedback"));
  }
}
