package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.ui.compose.ComposeSheet;
import dev.gatehouse.desktop.ui.compose.ComposeView;
import dev.gatehouse.desktop.ui.compose.StepView;
import dev.gatehouse.desktop.ui.explain.Explained;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Pill;
import dev.gatehouse.desktop.ui.widget.Tip;
import dev.gatehouse.desktop.ui.widget.TwoPanes;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Composing or the history at the left, what happened at the right. */
final class ExploreView extends StackPane implements Explained.View {
  /** The least width at which what happened can stand beside the request, in em. */
  private static final double ENOUGH_EM = 54;

  private final ComposeView compose;
  private final StepView steps;
  private final HistoryView history;
  private final ExplanationView explanation;
  private final StackPane left = new StackPane();
  private final TwoPanes panes;

  ExploreView(
      ComposeView compose,
      StepView steps,
      HistoryModel sent,
      ExplanationView explanation,
      HistoryView.Actions actions,
      StoppedNotice stopped,
      ObservableDoubleValue em) {
    this.compose = compose;
    this.steps = steps;
    compose.offerSteps();
    this.explanation = explanation;
    getStylesheets().add(ComposeSheet.url());
    history = new HistoryView(sent, actions);
    left.getChildren().setAll(compose);
    left.getStyleClass().add("explore-left");
    VBox right = new VBox(stopped, explanation);
    VBox.setVgrow(explanation, Priority.ALWAYS);
    panes = new TwoPanes(left, right, em, ENOUGH_EM);
    panes.stacked().addListener((observable, before, now) -> flow(now));
    getChildren().setAll(panes);
  }

  private void flow(boolean on) {
    compose.flow(on);
    explanation.flow(on);
  }

  /** The pill that leads to the history. */
  static Pill historyPill(Runnable action) {
    Pill pill = new Pill("History");
    pill.setId("history");
    pill.setGraphic(Icons.of(Feather.CLOCK, Styles.QUIET));
    Tip.on(pill, "What was sent so far (" + KeyNames.of("Shortcut+H") + ")");
    pill.setOnAction(event -> action.run());
    return pill;
  }

  @Override
  public ExplanationView explanation() {
    return explanation;
  }

  /** Shows the compose pane. */
  void compose() {
    left.getChildren().setAll(compose);
    panes.toTop(left);
  }

  /** Shows the request that is about to leave. */
  void step() {
    left.getChildren().setAll(steps);
    panes.toTop(left);
    steps.focus();
  }

  /** Goes back to composing after the last step. */
  void stepped() {
    if (left.getChildren().contains(steps)) {
      left.getChildren().setAll(compose);
      compose.focusSend();
    }
  }

  /** Brings what happened into sight. */
  void happened() {
    panes.toTop(explanation);
  }

  /** Shows the history, or goes back to composing. */
  void toggleHistory() {
    if (left.getChildren().contains(history)) {
      compose();
    } else {
      left.getChildren().setAll(history);
      panes.toTop(left);
      history.shown();
    }
  }

  /** Puts the caret into the path. */
  void focusPath() {
    compose.focusTarget();
  }

  /** Puts the focus on Send. */
  void focusSend() {
    compose.focusSend();
  }

  /** Hides what is only for composing, or shows it again. */
  @Override
  public void presenting(boolean on) {
    panes.rightAlone(on);
  }
}
