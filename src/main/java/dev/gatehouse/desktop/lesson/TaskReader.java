package dev.gatehouse.desktop.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@code task} block. */
final class TaskReader {
  private static final int HINTS = 3;

  private final Names names;
  private final ConditionReader conditions;
  private final StepReader steps;

  TaskReader(Names names) {
    this.names = names;
    this.conditions = new ConditionReader(names);
    this.steps = new StepReader(names);
  }

  /** The task of a block; what is wrong with it was noted by {@code map}. */
  Task read(String id, YamlMap map) {
    map.only("goal", "start", "predict", "expect", "misses", "done", "hints", "solution");
    map.required("start");
    map.required("predict");
    map.required("expect");
    YamlMap startMap = map.map("start");
    RequestStep start =
        map.has("start")
            ? steps.start(startMap)
            : new StepReader(Names.any()).solution(startMap, nothing());
    return new Task(
        id,
        map.text("goal"),
        weaknesses(startMap),
        start,
        prediction(map),
        expect(map),
        map.maps("misses").stream().map(this::miss).toList(),
        conditions.sentence(map, "done"),
        hints(map),
        solution(map, start),
        map.line());
  }

  private Set<String> weaknesses(YamlMap start) {
    Set<String> weaknesses = Set.copyOf(start.texts("weaknesses"));
    for (String weakness : weaknesses) {
      if (!names.knows(Names.Kind.WEAKNESS, weakness)) {
        start.problem("weaknesses", "unknown weakness \"" + weakness + "\"");
      }
    }
    return weaknesses;
  }

  private static Task.Prediction prediction(YamlMap map) {
    if (!map.has("predict")) {
      return new Task.Prediction("", List.of());
    }
    YamlMap predict = map.map("predict").only("question", "answers");
    return new Task.Prediction(predict.text("question"), AnswerReader.answers(predict, "answers"));
  }

  private List<Condition> expect(YamlMap map) {
    List<Condition> expect = conditions.read(map.map("expect"));
    if (map.has("expect") && expect.isEmpty()) {
      map.problem("expect", "\"expect\" has no condition that can be met");
    }
    return expect;
  }

  private Task.Miss miss(YamlMap map) {
    map.only("when", "say");
    map.required("when");
    return new Task.Miss(conditions.read(map.map("when")), conditions.sentence(map, "say"));
  }

  private static List<String> hints(YamlMap map) {
    List<String> hints = map.texts("hints");
    if (map.required("hints") && hints.size() != HINTS) {
      map.problem(
          "hints", "there must be three hints, each more specific; here are " + hints.size());
    }
    return hints;
  }

  private List<RequestStep> solution(YamlMap map, RequestStep start) {
    List<RequestStep> solution =
        map.mapsOr(StepReader.AS_IT_IS, "solution").stream()
            .map(step -> steps.solution(step, start))
            .toList();
    if (map.required("solution") && solution.isEmpty()) {
      map.problem("solution", "\"solution\" has no steps");
    }
    return solution;
  }

  private static RequestStep nothing() {
    return new RequestStep(null, null, null, null, Map.of(), List.of(), null, null);
  }
}
