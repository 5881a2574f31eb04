package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Quiz;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Sentences that are each put into one of several groups. */
final class ClassifyQuestion extends VBox {
  private final Quiz.Classify quiz;
  private final Map<Quiz.Sentence, String> chosen = new LinkedHashMap<>();
  private final BiConsumer<Boolean, String> answered;

  /**
   * A question.
   *
   * @param answered called after each choice with whether all of them are right, and what is to be
   *     said
   */
  ClassifyQuestion(Quiz.Classify quiz, BiConsumer<Boolean, String> answered) {
    this.quiz = quiz;
    this.answered = answered;
    getStyleClass().add(Styles.GAP_WIDE);
    quiz.sentences().forEach(sentence -> getChildren().add(row(sentence)));
  }

  private Node row(Quiz.Sentence sentence) {
    ToggleGroup group = new ToggleGroup();
    HBox choices = new HBox();
    choices.getStyleClass().add(Styles.GAP_DOUBLE);
    for (String name : quiz.groups()) {
      RadioButton button = new RadioButton(name);
      button.setToggleGroup(group);
      button.setAccessibleText(sentence.text() + ": " + name);
      button.setOnAction(event -> choose(sentence, name));
      choices.getChildren().add(button);
    }
    VBox row = new VBox(ProseView.sentence(sentence.text()), choices);
    row.getStyleClass().add(Styles.GAP_HALF);
    return row;
  }

  private void choose(Quiz.Sentence sentence, String group) {
    chosen.put(sentence, group);
    if (!sentence.group().equals(group)) {
      answered.accept(false, "“" + sentence.text() + "” " + sentence.feedback());
      return;
    }
    Optional<Quiz.Sentence> wrong =
        quiz.sentences().stream().filter(one -> !one.group().equals(chosen.get(one))).findFirst();
    answered.accept(wrong.isEmpty(), wrong.isEmpty() ? sentence.feedback() : remaining(sentence));
  }

  private String remaining(Quiz.Sentence sentence) {
    long open =
        quiz.sentences().stream().filter(one -> !one.group().equals(chosen.get(one))).count();
    return "That one is right: " + sentence.feedback() + " " + open + " to go.";
  }
}
