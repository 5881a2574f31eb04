package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.lesson.Lesson;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Tip;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The lessons in one line, for a window that has no room for their list. */
final class LessonMenu extends HBox {
  private static final int SHOWN = 12;

  private final LearnModel model;
  private final ComboBox<Lesson> choice = new ComboBox<>();

  /**
   * A menu.
   *
   * @param choose lets a person choose a folder of lessons
   */
  LessonMenu(LearnModel model, Runnable choose) {
    this.model = model;
    getStyleClass().addAll(Styles.PAGE, Styles.GAP, "lesson-menu");
    choice.setId("lesson-menu");
    choice.setAccessibleText("Lessons");
    choice.setItems(model.lessons());
    choice.setCellFactory(list -> new Cell());
    choice.setButtonCell(new Cell());
    choice.setVisibleRowCount(SHOWN);
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setMinWidth(0);
    choice.setPrefWidth(0);
    HBox.setHgrow(choice, Priority.ALWAYS);
    choice.setValue(model.lesson().get());
    model.lesson().addListener((observable, before, now) -> choice.setValue(now));
    model.changes().addListener((observable, before, now) -> choice.setButtonCell(new Cell()));
    choice.valueProperty().addListener((observable, before, now) -> open(now));
    Button open = new Button();
    open.setGraphic(Icons.of(Feather.FOLDER));
    open.setAccessibleText("Open lessons…");
    Tip.on(open, "Open a folder of lessons");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> choose.run());
    getChildren().addAll(choice, open);
  }

  private void open(@Nullable Lesson chosen) {
    if (chosen != null && !chosen.equals(model.lesson().get())) {
      model.open(chosen);
    }
  }

  private final class Cell extends ListCell<Lesson> {
    @Override
    protected void updateItem(@Nullable Lesson lesson, boolean empty) {
      super.updateItem(lesson, empty);
      if (empty || lesson == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      boolean done = model.isDone(lesson);
      setText(lesson.title());
      setGraphic(
          done ? Icons.of(Feather.CHECK, Styles.PASSED) : Icons.of(Feather.CIRCLE, Styles.QUIET));
      setAccessibleText(lesson.title() + (done ? ", done" : ", not done yet"));
    }
  }
}
