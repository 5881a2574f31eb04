package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Answer;
import dev.gatehouse.desktop.lesson.Task;
import dev.gatehouse.desktop.lesson.Verdict;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Card;
import java.util.List;
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

  /** The page that a task stands on. */
  interface Place {
    /** Brings into sight what came of the task. */
    void reveal(Node result);

    /** Reads on after the task. */
    void readOn(TaskView after);
  }

  private final LearnModel model;
  private final Task task;
  private final Actions actions;
  private final Place place;
  private final AnswerChoice choice;
  private final VBox hints = new VBox();
  private final Label where = new Label();
  private final Button begin = new Button("Set it up");
  private final Button help = new Button();
  private final VBox result = new VBox();
  private Optional<Verdict> shown;

  TaskView(LearnModel model, Task task, Actions actions, Place place) {
    this.model = model;
    this.task = task;
    this.actions = actions;
    this.place = place;
    choice = new AnswerChoice(task.predict().answers(), model.answer(task.id()), this::predicted);
    getStyleClass().add(Styles.GAP_WIDE);
    hints.getStyleClass().add(Styles.GAP_WIDE);
    getChildren().setAll(predict(), attempt(), result);
    shown = model.verdict(task);
    shown.ifPresent(this::tell);
    draw();
  }

  /** Looks again at what the student has done. */
  void draw() {
    int given = model.hints(task);
    for (int i = hints.getChildren().size(); i < given; i++) {
      hints.getChildren().add(hint(task.hints().get(i)));
    }
    show(hints, given > 0);
    boolean current = task.equals(model.task().get());
    boolean asked = model.notYet().isEmpty();
    where.setText(
        asked ? "Set up in Request, for you to change and send." : "First say what you expect.");
    boolean done = model.isDone(task);
    show(where, current && !done);
    show(begin, !current);
    show(help, !done);
    help.setText(
        given < task.hints().size()
            ? "Hint " + (given + 1) + " of " + task.hints().size()
            : "Show the solution");
    Optional<Verdict> verdict = model.verdict(task);
    if (done && verdict.isEmpty() && result.getChildren().isEmpty()) {
      tell(new Verdict(true, List.of("You did this in an earlier session.")));
    }
    if (!verdict.equals(shown)) {
      shown = verdict;
      verdict.ifPresent(
          now -> {
            tell(now);
            place.reveal(result);
          });
    }
  }

  /** Who says what they expect wants to try it next. */
  private void predicted(Answer answer) {
    model.answer(task.id(), answer.text(), false);
    if (!task.equals(model.task().get())) {
      actions.begin(task);
    }
  }

  private Node predict() {
    VBox body = new VBox(ProseView.sentence(task.predict().question()), choice);
    body.getStyleClass().add(Styles.GAP_WIDE);
    Card card = Card.titled("Predict first", "").withBody(body);
    card.getStyleClass().add("predict-first");
    return card;
  }

  private Node attempt() {
    VBox body = new VBox(ProseView.sentence(task.goal()), hints, buttons());
    body.getStyleClass().add(Styles.GAP_WIDE);
    return Card.titled("Now try it", weakened()).withBody(body);
  }

  private static Node hint(String text) {
    Node sentence = ProseView.sentence(text);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox hint = new HBox(Icons.of(Feather.HELP_CIRCLE, Styles.ACCENT), sentence);
    hint.getStyleClass().add(Styles.GAP);
    return hint;
  }

  private String weakened() {
    return task.weaknesses().isEmpty()
        ? ""
        : "the server has " + String.join(", ", task.weaknesses()) + " on";
  }

  private Node buttons() {
    where.getStyleClass().add(Styles.QUIET);
    where.setWrapText(true);
    begin.setOnAction(event -> actions.begin(task));
    help.setMinWidth(Region.USE_PREF_SIZE);
    help.setOnAction(
        event -> {
          if (model.hints(task) < task.hints().size()) {
            model.hint(task);
          } else {
            actions.solve(task);
          }
        });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(where, begin, space, help);
    row.getStyleClass().addAll(Styles.GAP, "task-buttons");
    return row;
  }

  /** What really happened, and whether the prediction was right. */
  private void tell(Verdict verdict) {
    boolean done = verdict.done();
    String colour = done ? Styles.PASSED : Styles.WARNED;
    Label head =
        new Label(
            done ? "Done" : "Not yet",
            Icons.of(done ? Feather.CHECK : Feather.ALERT_TRIANGLE, colour));
    head.getStyleClass().addAll(Styles.STRONG, colour);
    result.getStyleClass().setAll("told", done ? "good" : "caution", Styles.GAP);
    result.getChildren().setAll(head);
    verdict.said().forEach(said -> result.getChildren().add(ProseView.sentence(said)));
    if (done) {
      choice.settle();
      model.predicted(task).ifPresent(answer -> result.getChildren().add(compared(answer)));
      model.after(task).ifPresent(next -> result.getChildren().add(go(next)));
    }
  }

  private static Node compared(Answer answer) {
    return ProseView.sentence(
        (answer.right() ? "You predicted it. " : "You predicted: " + answer.text() + ". ")
            + answer.feedback());
  }

  private Node go(Task next) {
    Button go = new Button("Continue");
    go.getStyleClass().add(Styles.PRIMARY);
    go.setOnAction(
        event -> {
          actions.begin(next);
          place.readOn(this);
        });
    return go;
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
