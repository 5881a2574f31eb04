package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Answer;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Answers of which one is chosen. */
final class AnswerChoice extends VBox {
  private static final String SETTLED = "settled";

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
      button.setUserData(answer);
      getChildren().add(button);
    }
  }

  /** Leaves the answer as it is from now on, and marks which was right and which was given. */
  void settle() {
    if (getStyleClass().contains(SETTLED)) {
      return;
    }
    getStyleClass().add(SETTLED);
    setMouseTransparent(true);
    for (Node child : getChildren()) {
      RadioButton button = (RadioButton) child;
      Answer answer = (Answer) button.getUserData();
      button.setFocusTraversable(false);
      button.setContentDisplay(ContentDisplay.RIGHT);
      if (answer.right()) {
        button.setGraphic(Icons.of(Feather.CHECK, Styles.PASSED));
        button.setAccessibleText(answer.text() + ": right");
      } else if (button.isSelected()) {
        button.setGraphic(Icons.of(Feather.X, Styles.FAILED));
        button.setAccessibleText(answer.text() + ": wrong");
      } else {
        button.getStyleClass().add(Styles.QUIET);
      }
    }
  }
}
