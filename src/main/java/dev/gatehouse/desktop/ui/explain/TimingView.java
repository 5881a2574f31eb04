package dev.gatehouse.desktop.ui.explain;

import dev.gatehouse.desktop.ui.theme.Styles;
import dev.gatehouse.desktop.ui.widget.Texts;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Outcome;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Where the time went: on the way, in the server, and check by check. */
final class TimingView extends ScrollPane {
  private static final double BAR = 100;

  private final GridPane grid = new GridPane();

  /** An empty view. */
  TimingView() {
    setContent(grid);
    setFitToWidth(true);
    getStyleClass().addAll("step-scroll", "timing");
    grid.getStyleClass().add("timing-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints times = new ColumnConstraints();
    times.setMinWidth(Region.USE_PREF_SIZE);
    times.setHalignment(HPos.RIGHT);
    ColumnConstraints bars = new ColumnConstraints();
    bars.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, times, bars);
  }

  void show(ExplainedHop hop) {
    grid.getChildren().clear();
    @Nullable ExchangeRecord exchange = hop.record();
    long whole = Math.max(hop.roundTripMicros(), exchange == null ? 0 : exchange.micros());
    if (whole == 0) {
      grid.addRow(0, quiet("No times are known."));
      return;
    }
    if (hop.roundTripMicros() > 0) {
      row("Round trip, seen from here", hop.roundTripMicros(), whole, true);
    }
    if (exchange != null) {
      row("In the server", exchange.micros(), whole, true);
      for (CheckResult check : exchange.authentication().checks()) {
        if (check.outcome() == Outcome.PASSED || check.outcome() == Outcome.FAILED) {
          row(check.question(), check.micros(), whole, false);
        }
      }
    }
  }

  private void row(String name, long micros, long whole, boolean strong) {
    Label label = strong ? new Label(name) : quiet(name);
    Label time = new Label(Texts.time(micros));
    time.getStyleClass().add(Styles.CODE);
    grid.addRow(grid.getRowCount(), label, time, new Bar(micros / (double) whole, strong));
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add(Styles.QUIET);
    return label;
  }

  /** A share of the whole as a bar that never quite vanishes. */
  private static final class Bar extends Region {
    private final Region filled = new Region();
    private final double share;

    Bar(double share, boolean strong) {
      this.share = share;
      filled.getStyleClass().addAll("timing-bar", strong ? "whole" : "part");
      getChildren().add(filled);
    }

    @Override
    protected double computePrefWidth(double height) {
      return BAR;
    }

    @Override
    protected double computePrefHeight(double width) {
      return filled.minHeight(-1);
    }

    @Override
    protected void layoutChildren() {
      double height = filled.minHeight(-1);
      double width = Math.max(2, getWidth() * share);
      filled.resizeRelocate(0, (getHeight() - height) / 2, width, height);
    }
  }
}
