package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.Quiz;
import dev.gatehouse.desktop.lesson.Task;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.EmptyState;
import dev.gatehouse.desktop.ui.widget.Scrolling;
import dev.gatehouse.desktop.ui.widget.UprightScroll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A lesson from its first sentence to the student's own notes. */
final class LessonView extends VBox implements TaskView.Place {
  private final LearnModel model;
  private final TaskView.Actions actions;
  private final Consumer<String> follow;
  private final VBox text = new VBox();
  private final VBox end = new VBox();
  private final ScrollPane scroll = new UprightScroll(new VBox(text, end));
  private final Node buttons;
  private final List<TaskView> tasks = new ArrayList<>();

  /**
   * A view of whatever lesson is open.
   *
   * @param follow called with a link's target when it is followed
   */
  LessonView(LearnModel model, TaskView.Actions actions, Consumer<String> follow) {
    this.model = model;
    this.actions = actions;
    this.follow = follow;
    getStyleClass().addAll(Styles.PAGE, "lesson");
    text.getStyleClass().addAll(Styles.GAP_DOUBLE, "lesson-text");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    buttons = buttons();
    getChildren().addAll(scroll, buttons);
    model.lesson().addListener((observable, before, now) -> draw());
    model.changes().addListener((observable, before, now) -> tasks.forEach(TaskView::draw));
    draw();
  }

  /** Whether the way to other lessons is at the end of this one, or always in sight. */
  void compact(boolean on) {
    getChildren().setAll(on ? List.of(scroll) : List.of(scroll, buttons));
    end.getChildren().setAll(on ? List.of(buttons) : List.of());
  }

  @Override
  public void reveal(Node result) {
    Scrolling.reveal(scroll, result);
  }

  @Override
  public void readOn(TaskView after) {
    int next = text.getChildren().indexOf(after) + 1;
    if (next < text.getChildren().size()) {
      Scrolling.toTop(scroll, text.getChildren().get(next));
    }
  }

  private void draw() {
    tasks.clear();
    text.getChildren().clear();
    scroll.setVvalue(0);
    @Nullable Lesson lesson = model.lesson().get();
    if (lesson == null) {
      text.getChildren()
          .add(
              new EmptyState(
                  Feather.BOOK_OPEN,
                  "No lesson is open",
                  "They are being read. Choose one from the list as soon as it is there."));
      return;
    }
    text.getChildren().add(heading(lesson));
    for (Lesson.Part part : lesson.parts()) {
      text.getChildren().add(node(part));
    }
    text.getChildren().add(notes(lesson));
  }

  private Node heading(Lesson lesson) {
    Label place =
        new Label(
            "Lesson "
                + (model.lessons().indexOf(lesson) + 1)
                + " of "
                + model.lessons().size()
                + " · "
                + lesson.minutes()
                + " minutes");
    place.getStyleClass().add(Styles.QUIET);
    Label title = new Label(lesson.title());
    title.getStyleClass().add(Styles.HEADING);
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(place, title);
    box.getStyleClass().add(Styles.GAP);
    return box;
  }

  private Node node(Lesson.Part part) {
    if (part instanceof Task task) {
      TaskView view = new TaskView(model, task, actions, this);
      tasks.add(view);
      return view;
    }
    if (part instanceof Quiz quiz) {
      return new QuizView(model, quiz);
    }
    return new ProseView(((Lesson.Prose) part).document(), follow);
  }

  private Node notes(Lesson lesson) {
    Label title = new Label("Your notes");
    title.getStyleClass().add(Styles.STRONG);
    TextArea area = new TextArea(model.notes(lesson));
    area.setPromptText("What you want to remember. Kept on this machine alone.");
    area.setAccessibleText("Your notes on this lesson");
    area.setWrapText(true);
    area.setPrefRowCount(3);
    area.textProperty().addListener((observable, before, now) -> model.note(lesson, now));
    VBox box = new VBox(title, area);
    box.getStyleClass().add(Styles.GAP);
    return box;
  }

  private Node buttons() {
    Button back = beside("Previous lesson", -1);
    Button next = beside("Next lesson", 1);
    Label finished = new Label("Lesson finished", Icons.of(Feather.CHECK, Styles.PASSED));
    finished.getStyleClass().addAll(Styles.STRONG, Styles.PASSED);
    finished.setMaxWidth(Double.MAX_VALUE);
    finished.setAlignment(Pos.CENTER);
    HBox.setHgrow(finished, Priority.ALWAYS);
    model.changes().addListener((observable, before, now) -> finish(finished, next));
    finish(finished, next);
    HBox row = new HBox(back, finished, next);
    row.getStyleClass().addAll(Styles.GAP, "lesson-buttons");
    return row;
  }

  private void finish(Label finished, Button next) {
    @Nullable Lesson lesson = model.lesson().get();
    boolean done = lesson != null && model.isDone(lesson);
    finished.setVisible(done);
    next.getStyleClass().remove(Styles.PRIMARY);
    if (done) {
      next.getStyleClass().add(Styles.PRIMARY);
    }
  }

  private Button beside(String words, int step) {
    Button button = new Button(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> model.beside(step).ifPresent(model::open));
    Runnable look = () -> button.setDisable(model.beside(step).isEmpty());
    model.lesson().addListener((observable, before, now) -> look.run());
    look.run();
    return button;
  }
}
