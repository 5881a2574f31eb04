package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Quiz;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** Steps that are brought into their order with two buttons each. */
final class OrderQuestion extends VBox {
  private final Quiz.Order quiz;
  private final List<String> order;
  private final VBox rows = new VBox();

  /**
   * A question.
   *
   * @param solved whether it was answered before
   * @param answered called with whether the order is right, and what is to be said
   */
  OrderQuestion(Quiz.Order quiz, boolean solved, BiConsumer<Boolean, String> answered) {
    this.quiz = quiz;
    this.order = new ArrayList<>(quiz.steps());
    if (!solved) {
      shuffle();
    }
    rows.getStyleClass().add(Styles.GAP_HALF);
    getStyleClass().add(Styles.GAP_WIDE);
    Button check = new Button("Is this the order?");
    check.setOnAction(event -> answered.accept(mistake() < 0, words()));
    getChildren().addAll(rows, check);
    draw();
  }

  /**
   * The same for the same question, so that it looks the same when one comes back, and never right.
   */
  private void shuffle() {
    Random random = new Random(quiz.ask().hashCode());
    do {
      Collections.shuffle(order, random);
    } while (order.size() > 1 && order.equals(quiz.steps()));
  }

  private int mistake() {
    return quiz.firstMistake(order).orElse(-1);
  }

  private String words() {
    int at = mistake();
    return at < 0
        ? quiz.feedback()
        : "Look at place " + (at + 1) + ": “" + order.get(at) + "” does not stand there.";
  }

  private void draw() {
    rows.getChildren().clear();
    for (int i = 0; i < order.size(); i++) {
      rows.getChildren().add(row(i));
    }
  }

  private Node row(int index) {
    TextFlow text = ProseView.sentence((index + 1) + ". " + order.get(index));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        new HBox(
            text,
            move(index, -1, Feather.ARROW_UP, "earlier"),
            move(index, 1, Feather.ARROW_DOWN, "later"));
    row.getStyleClass().addAll(Styles.GAP, "order-row");
    return row;
  }

  private Button move(int index, int step, Feather icon, String where) {
    Button button = new Button();
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().add(Styles.BARE);
    button.setAccessibleText("Move “" + order.get(index) + "” " + where);
    int other = index + step;
    button.setDisable(other < 0 || other >= order.size());
    button.setOnAction(
        event -> {
          Collections.swap(order, index, other);
          draw();
        });
    return button;
  }
}
