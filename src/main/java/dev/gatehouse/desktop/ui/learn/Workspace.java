package dev.gatehouse.desktop.ui.learn;

import dev.gatehouse.desktop.ui.compose.ComposeModel;
import dev.gatehouse.desktop.ui.compose.ComposeView;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.SegmentedTabs;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Where a student changes the request of a task, sends it, and sees what happened; in a narrow
 * window also the lesson itself.
 */
final class Workspace extends VBox {
  private static final String LESSON = "Lesson";
  private static final String REQUEST = "Request";
  private static final String HAPPENED = "What happened";

  private final SegmentedTabs tabs = new SegmentedTabs();
  private boolean withLesson;

  Workspace(ComposeModel compose, ExplanationView explanation) {
    ComposeView request = new ComposeView(compose);
    request.getStyleClass().add("workspace-request");
    tabs.tab(REQUEST, () -> request).tab(HAPPENED, () -> explanation);
    HBox header = new HBox(tabs);
    header.getStyleClass().add("workspace-tabs");
    Node content = tabs.content();
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().addAll(Styles.PAGE, "workspace");
    getChildren().addAll(header, content);
  }

  /** Shows a lesson too, as the first tab, and now. */
  void with(Node lesson) {
    withLesson = true;
    tabs.first(LESSON, () -> lesson);
    tabs.select(LESSON);
  }

  /** Leaves the lesson to another place. */
  void withoutLesson() {
    if (withLesson) {
      withLesson = false;
      tabs.remove(LESSON);
    }
  }

  /** Shows the request, unless that would take the lesson from under the student's eyes. */
  void request() {
    if (!withLesson) {
      tabs.select(REQUEST);
    }
  }

  /** Whether the lesson is one of the tabs, and so out of sight while another shows. */
  boolean hidesLesson() {
    return withLesson;
  }

  /** Shows what happened. */
  void happened() {
    tabs.select(HAPPENED);
  }
}
