package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Answer;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Answers of which one is chosen. */
final class AnswerChoice extends VBox {
  private final ToggleGroup group = new ToggleGroup();

  /**
   * A choice.
   *
   * @param given the text of the answer that was given before, if one was
   * @param chosen called when an answer is chosen
   */
  AnswerChoice(List<Answer> answers, Optional<String> given, Consumer<Answer> chosen) {
    getStyleClass().add(Styles.GAP);
    for (Answer answer : answers) {
      RadioButton button = new RadioButton(answer.text());
      button.setToggleGroup(group);
      button.setWrapText(true);
      button.setMinHeight(Region.USE_PREF_SIZE);
      button.setSelected(given.filter(answer.text()::equals).isPresent());
      button.setOnAction(event -> chosen.accept(answer));
      getChildren().add(button);
    }
  }
}
