package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Answer;
import dev.gatehouse.desktop.lesson.Task;
import dev.gatehouse.desktop.lesson.Verdict;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A task: what to do, what to predict first, hints, and what came of it. */
final class TaskView extends VBox {
  /** What can be done from a task. */
  interface Actions {
    /** Sets its request up in the workspace. */
    void begin(Task task);

    /** Sets the last request of its solution up in the workspace. */
    void solve(Task task);
  }

  private final LearnModel model;
  private final Task task;
  private final Actions actions;

  TaskView(LearnModel model, Task task, Actions actions) {
    this.model = model;
    this.task = task;
    this.actions = actions;
    getStyleClass().add(Styles.GAP_WIDE);
    draw();
  }

  /** Looks again at what the student has done. */
  void draw() {
    getChildren().setAll(predict(), attempt());
    model.verdict(task).ifPresent(verdict -> getChildren().add(told(verdict)));
  }

  private boolean isCurrent() {
    return task.equals(model.task().get());
  }

  private Node predict() {
    AnswerChoice choice =
        new AnswerChoice(
            task.predict().answers(),
            model.answer(task.id()),
            answer -> model.answer(task.id(), answer.text(), false));
    choice.setDisable(model.verdict(task).isPresent());
    VBox body = new VBox(ProseView.sentence(task.predict().question()), choice);
    body.getStyleClass().add(Styles.GAP_WIDE);
    Card card = Card.titled("Predict first", "").withBody(body);
    card.getStyleClass().add("predict-first");
    return card;
  }

  private Node attempt() {
    VBox body = new VBox(ProseView.sentence(task.goal()));
    body.getStyleClass().add(Styles.GAP_WIDE);
    for (int i = 0; i < model.hints(task); i++) {
      HBox hint = new HBox(Icons.of(Feather.HELP_CIRCLE, Styles.ACCENT), grow(task.hints().get(i)));
      hint.getStyleClass().add(Styles.GAP);
      body.getChildren().add(hint);
    }
    body.getChildren().add(buttons());
    return Card.titled("Now try it", weakened()).withBody(body);
  }

  private String weakened() {
    return task.weaknesses().isEmpty()
        ? ""
        : "the server has " + String.join(", ", task.weaknesses()) + " on";
  }

  private Node buttons() {
    HBox row = new HBox();
    row.getStyleClass().addAll(Styles.GAP, "task-buttons");
    if (isCurrent()) {
      boolean asked = model.notYet().isEmpty();
      Label where =
          new Label(
              asked ? "Set up at the right: change it, then send." : "First say what you expect.");
      where.getStyleClass().add(Styles.QUIET);
      where.setWrapText(true);
      HBox.setHgrow(where, Priority.ALWAYS);
      where.setMaxWidth(Double.MAX_VALUE);
      row.getChildren().add(where);
    } else {
      Button begin = new Button("Set it up");
      begin.setOnAction(event -> actions.begin(task));
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      row.getChildren().addAll(begin, space);
    }
    int hints = model.hints(task);
    if (hints < task.hints().size()) {
      Button hint = new Button("Hint " + (hints + 1) + " of " + task.hints().size());
      hint.setOnAction(event -> model.hint(task));
      hint.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(hint);
    } else {
      Button solution = new Button("Show the solution");
      solution.setOnAction(event -> actions.solve(task));
      solution.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(solution);
    }
    return row;
  }

  /** What really happened, and whether the prediction was right. */
  private Node told(Verdict verdict) {
    VBox box = new VBox();
    box.getStyleClass().addAll("told", verdict.done() ? "good" : "caution", Styles.GAP);
    Optional<Answer> predicted = model.predicted(task);
    Label head =
        new Label(
            verdict.done() ? "Done" : "Not yet",
            Icons.of(
                verdict.done() ? Feather.CHECK : Feather.ALERT_TRIANGLE,
                verdict.done() ? Styles.PASSED : Styles.WARNED));
    head.getStyleClass().addAll(Styles.STRONG, verdict.done() ? Styles.PASSED : Styles.WARNED);
    box.getChildren().add(head);
    verdict.said().forEach(said -> box.getChildren().add(ProseView.sentence(said)));
    if (verdict.done()) {
      predicted.ifPresent(
          answer ->
              box.getChildren()
                  .add(
                      ProseView.sentence(
                          (answer.right()
                                  ? "You said so. "
                                  : "You expected: " + answer.text() + ". ")
                              + answer.feedback(),
                          Styles.QUIET)));
      model
          .after(task)
          .ifPresent(
              next -> {
                Button go = new Button("Continue");
                go.getStyleClass().add(Styles.PRIMARY);
                go.setOnAction(event -> actions.begin(next));
                box.getChildren().add(go);
              });
    }
    return box;
  }

  private static Node grow(String text) {
    Node sentence = ProseView.sentence(text);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    return sentence;
  }
}
