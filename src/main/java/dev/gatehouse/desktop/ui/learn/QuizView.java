package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Answer;
import dev.gatehouse.desktop.lesson.Quiz;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * A question that is answered by choosing, ordering, pointing or sorting, and what is said of it.
 */
final class QuizView extends VBox {
  private static final String CHOSEN = "chosen";

  private final LearnModel model;
  private final Quiz quiz;
  private final VBox feedback = new VBox();

  QuizView(LearnModel model, Quiz quiz) {
    this.model = model;
    this.quiz = quiz;
    feedback.getStyleClass().add(Styles.GAP);
    VBox body = new VBox(ProseView.sentence(quiz.ask()), question(), feedback);
    body.getStyleClass().add(Styles.GAP_WIDE);
    getChildren().add(Card.titled("Question", "").withBody(body));
  }

  private Node question() {
    Optional<String> given = model.answer(quiz.id());
    if (quiz instanceof Quiz.Choice choice) {
      again(choice.answers(), given);
      return new AnswerChoice(choice.answers(), given, this::chosen);
    }
    if (quiz instanceof Quiz.PickHeaderLine pick) {
      again(pick.lines(), given);
      return lines(pick, given);
    }
    if (quiz instanceof Quiz.Order order) {
      return new OrderQuestion(
          order,
          given.isPresent(),
          (right, said) -> finished(right, right ? "in order" : "", said));
    }
    return new ClassifyQuestion(
        (Quiz.Classify) quiz, (right, said) -> finished(right, right ? "sorted" : "", said));
  }

  /** What was answered before is told again. */
  private void again(List<Answer> answers, Optional<String> given) {
    given
        .flatMap(text -> answers.stream().filter(answer -> answer.text().equals(text)).findFirst())
        .ifPresent(answer -> say(answer.right(), answer.feedback()));
  }

  private void chosen(Answer answer) {
    model.answer(quiz.id(), answer.text(), answer.right());
    say(answer.right(), answer.feedback());
  }

  private void finished(boolean right, String answer, String said) {
    if (right) {
      model.answer(quiz.id(), answer, true);
    }
    say(right, said);
  }

  private Node lines(Quiz.PickHeaderLine pick, Optional<String> given) {
    VBox box = new VBox();
    box.getStyleClass().add("pick-lines");
    for (Answer line : pick.lines()) {
      Button button = new Button(line.text());
      button.getStyleClass().addAll(Styles.BARE, Styles.CODE, "pick-line");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setWrapText(true);
      mark(button, given.filter(line.text()::equals).isPresent());
      button.setOnAction(
          event -> {
            box.getChildren().forEach(other -> mark(other, other.equals(button)));
            chosen(line);
          });
      box.getChildren().add(button);
    }
    return box;
  }

  private static void mark(Node line, boolean chosen) {
    line.getStyleClass().remove(CHOSEN);
    if (chosen) {
      line.getStyleClass().add(CHOSEN);
    }
  }

  private void say(boolean right, String words) {
    HBox line =
        new HBox(
            right ? Icons.of(Feather.CHECK, Styles.PASSED) : Icons.of(Feather.X, Styles.FAILED),
            ProseView.sentence(words));
    HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
    line.getStyleClass().addAll(Styles.GAP, "told", right ? "good" : "bad");
    feedback.getChildren().setAll(line);
  }
}
