package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.lesson.Problem;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.SectionTitle;
import dev.gatehouse.desktop.ui.widget.Tip;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The lessons with what is done of them, and the way to a folder of one's own. */
final class LessonList extends VBox {
  private final LearnModel model;
  private final ListView<Lesson> list = new ListView<>();

  /**
   * A list.
   *
   * @param choose lets a person choose a folder of lessons
   */
  LessonList(LearnModel model, Runnable choose) {
    this.model = model;
    getStyleClass().addAll(Styles.SIDE, Styles.GAP_WIDE, "lesson-list");
    list.setItems(model.lessons());
    list.setAccessibleText("Lessons");
    list.setCellFactory(view -> new Cell());
    list.setPlaceholder(new Label("The lessons are being read…"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != null && !now.equals(model.lesson().get())) {
                model.open(now);
              }
            });
    model.lesson().addListener((observable, before, now) -> list.getSelectionModel().select(now));
    model.changes().addListener((observable, before, now) -> list.refresh());
    list.getSelectionModel().select(model.lesson().get());
    VBox.setVgrow(list, Priority.ALWAYS);
    Button open = new Button("Open lessons…");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setOnAction(event -> choose.run());
    getChildren().addAll(new SectionTitle("Lessons"), list, problems(), open);
  }

  /** What is wrong with lessons that are not shown, by file and line. */
  private Label problems() {
    Label label = new Label();
    label.getStyleClass().addAll(Styles.SMALL, Styles.FAILED);
    label.setWrapText(true);
    Runnable look =
        () -> {
          label.setText(
              model.problems().stream()
                  .limit(5)
                  .map(Problem::toString)
                  .collect(Collectors.joining("\n")));
          label.setVisible(!model.problems().isEmpty());
          label.setManaged(!model.problems().isEmpty());
        };
    model.problems().addListener((ListChangeListener<Problem>) change -> look.run());
    look.run();
    return label;
  }

  private final class Cell extends ListCell<Lesson> {
    Cell() {
      // As wide as the list, whatever is in it: a long title is cut, and nothing scrolls sideways.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Lesson lesson, boolean empty) {
      super.updateItem(lesson, empty);
      setText(null);
      if (empty || lesson == null) {
        setGraphic(null);
        return;
      }
      boolean done = model.isDone(lesson);
      Label title = new Label(lesson.title());
      title.setMinWidth(0);
      Tip.on(title, lesson.title() + " (" + lesson.minutes() + " minutes)");
      HBox line =
          new HBox(
              done
                  ? Icons.of(Feather.CHECK, Styles.PASSED)
                  : Icons.of(Feather.CIRCLE, Styles.QUIET),
              title);
      line.getStyleClass().add("lesson-line");
      setGraphic(line);
      setAccessibleText(lesson.title() + (done ? ", done" : ", not done yet"));
    }
  }
}
