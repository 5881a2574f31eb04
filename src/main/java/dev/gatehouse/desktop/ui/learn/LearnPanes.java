package dev.gatehouse.desktop.ui.learn;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

/**
 * Lessons, the open one, and its workspace. In a wide window they stand side by side; in a narrower
 * one the list becomes a menu above; in a narrow one the lesson is a tab of the workspace, for a
 * task and its request would otherwise be pages apart. Room is measured in text.
 */
final class LearnPanes extends BorderPane {
  /** How much of them can stand side by side. */
  enum Room {
    /** List, lesson and workspace. */
    WIDE,
    /** Lesson and workspace. */
    NARROWER,
    /** One of the two. */
    NARROW;

    private static final double WIDE_EMS = 74;
    private static final double NARROWER_EMS = 52;

    /** How much room there is in so many em. */
    static Room of(double ems) {
      if (ems >= WIDE_EMS) {
        return WIDE;
      }
      return ems >= NARROWER_EMS ? NARROWER : NARROW;
    }
  }

  private final Node list;
  private final Node menu;
  private final LessonView lesson;
  private final Workspace workspace;
  private final ObservableDoubleValue em;
  private final SplitPane read = new SplitPane();
  private Room room = Room.WIDE;

  /**
   * The panes.
   *
   * @param em the size of text in pixels
   */
  LearnPanes(
      Node list, Node menu, LessonView lesson, Workspace workspace, ObservableDoubleValue em) {
    this.list = list;
    this.menu = menu;
    this.lesson = lesson;
    this.workspace = workspace;
    this.em = em;
    setMinSize(0, 0);
    getStyleClass().add("two-panes");
    arrange();
    widthProperty().addListener((observable, before, now) -> check());
    em.addListener((observable, before, now) -> check());
  }

  private void check() {
    Room now = getWidth() > 0 ? Room.of(getWidth() / em.get()) : room;
    if (now != room) {
      room = now;
      arrange();
    }
  }

  private void arrange() {
    setLeft(room == Room.WIDE ? list : null);
    setTop(room == Room.WIDE ? null : menu);
    read.getItems().clear();
    if (room == Room.NARROW) {
      lesson.compact(true);
      workspace.with(lesson);
      setCenter(workspace);
    } else {
      workspace.withoutLesson();
      lesson.compact(false);
      read.getItems().setAll(lesson, workspace);
      read.setDividerPositions(0.5);
      setCenter(read);
    }
  }
}
