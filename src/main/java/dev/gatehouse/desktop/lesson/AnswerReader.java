package dev.gatehouse.desktop.lesson;

import java.util.List;

/** Reads answers to choose from. */
final class AnswerReader {
  private AnswerReader() {}

  /**
   * The answers of this key: two or more, at least one of them right, each with its own feedback.
   */
  static List<Answer> answers(YamlMap map, String key) {
    List<Answer> answers = map.maps(key).stream().map(AnswerReader::answer).toList();
    if (!map.required(key)) {
      return answers;
    }
    if (answers.size() < 2) {
      map.problem(key, "there must be at least two answers to choose from");
    }
    if (answers.stream().noneMatch(Answer::right)) {
      map.problem(key, "no answer is marked \"right: true\"");
    }
    return answers;
  }

  private static Answer answer(YamlMap map) {
    map.only("text", "right", "feedback");
    return new Answer(map.text("text"), map.flag("right"), map.text("feedback"));
  }
}
