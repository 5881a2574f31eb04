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

/** Where a student changes the request of a task, sends it, and sees what happened. */
final class Workspace extends VBox {
  private static final String REQUEST = "Request";
  private static final String HAPPENED = "What happened";

  private final SegmentedTabs tabs = new SegmentedTabs();

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

  /** Shows the request. */
  void request() {
    tabs.select(REQUEST);
  }

  /** Shows what happened. */
  void happened() {
    tabs.select(HAPPENED);
  }
}
