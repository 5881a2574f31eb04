package dev.gatehouse.desktop.ui.explore;

import dev.gatehouse.desktop.ui.compose.ComposeSheet;
import dev.gatehouse.desktop.ui.compose.ComposeView;
import dev.gatehouse.desktop.ui.explain.ExplanationView;
import dev.gatehouse.desktop.ui.shell.KeyNames;
import dev.gatehouse.desktop.ui.theme.Icons;
import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Pill;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Composing or the history at the left, what happened at the right. */
final class ExploreView extends StackPane {
  /** A window this narrow, in pixels, is on its way to its size. */
  private static final double NARROW = 800;

  private final ComposeView compose;
  private final HistoryView history;
  private final ExplanationView explanation;
  private final StackPane left = new StackPane();
  private final StackPane right;
  private final SplitPane split = new SplitPane();

  ExploreView(
      ComposeView compose,
      HistoryModel sent,
      ExplanationView explanation,
      HistoryView.Actions actions) {
    this.compose = compose;
    this.explanation = explanation;
    getStylesheets().add(ComposeSheet.url());
    history = new HistoryView(sent, actions);
    right = new StackPane(explanation);
    left.getChildren().setAll(compose);
    left.getStyleClass().add("explore-left");
    SplitPane.setResizableWithParent(left, false);
    // It changes with the size of the text.
    left.prefWidthProperty().addListener((observable, old, now) -> Platform.runLater(this::divide));
    split.getItems().setAll(left, right);
    split.getStyleClass().add("explore");
    getChildren().setAll(split);
    split
        .widthProperty()
        .addListener(
            (observable, old, now) -> {
              if (old.doubleValue() <= NARROW && now.doubleValue() > NARROW) {
                divide();
              }
            });
  }

  /** The pill that leads to the history. */
  static Pill historyPill(Runnable action) {
    Pill pill = new Pill("History");
    pill.setId("history");
    pill.setGraphic(Icons.of(Feather.CLOCK, Styles.QUIET));
    pill.setTooltip(new Tooltip("What was sent so far (" + KeyNames.of("Shortcut+H") + ")"));
    pill.setOnAction(event -> action.run());
    return pill;
  }

  ExplanationView explanation() {
    return explanation;
  }

  /** Shows the compose pane. */
  void compose() {
    left.getChildren().setAll(compose);
  }

  /** Shows the history, or goes back to composing. */
  void toggleHistory() {
    if (left.getChildren().contains(history)) {
      compose();
    } else {
      left.getChildren().setAll(history);
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

  /** Gives the left as much as it would like to have, and the right the rest. */
  private void divide() {
    split.setDividerPositions(left.prefWidth(-1) / Math.max(1, split.getWidth()));
  }

  /** Hides what is only for composing, or shows it again. */
  void presenting(boolean on) {
    if (on) {
      split.getItems().setAll(right);
    } else {
      split.getItems().setAll(left, right);
      divide();
    }
  }
}
