package dev.gatehouse.desktop.ui.explain;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Two columns of equal width, or one below the other where the window is narrow. */
public class ColumnsPane extends Region {
  private static final double NARROW_EMS = 42;
  private static final double WIDE_EMS = 64;
  private static final double LEAST_EMS = 15;
  private static final double GAP_EMS = 0.857;

  private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

  /** Knows how large text is here. */
  private final Label ruler = new Label();

  private Region left = ruler;
  private Region right = ruler;

  /** Two empty columns; {@code :wide} while there is room for larger text in them. */
  public ColumnsPane() {
    getStyleClass().add("columns");
    widthProperty().addListener((observable, before, now) -> check());
    ruler.fontProperty().addListener((observable, before, now) -> Platform.runLater(this::check));
  }

  private void check() {
    pseudoClassStateChanged(WIDE, getWidth() >= wide());
  }

  /** From which width on there is room for larger text, in pixels. */
  final double wide() {
    return WIDE_EMS * em();
  }

  /** Has the font that holds here. */
  final Label ruler() {
    return ruler;
  }

  /** Sets what stands left and right. */
  public final void columns(Region first, Region second) {
    left = first;
    right = second;
    ruler.setManaged(false);
    ruler.setVisible(false);
    getChildren().setAll(first, second, ruler);
  }

  private boolean stacked(double width) {
    return width >= 0 && width < NARROW_EMS * em();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    if (stacked(width)) {
      return left.prefHeight(width) + gap() + right.prefHeight(width);
    }
    double half = width < 0 ? -1 : (width - gap()) / 2;
    return Math.max(left.prefHeight(half), right.prefHeight(half));
  }

  @Override
  protected double computeMinHeight(double width) {
    if (stacked(width)) {
      return computePrefHeight(width);
    }
    double half = width < 0 ? -1 : (width - gap()) / 2;
    double least = Math.max(left.minHeight(half), right.minHeight(half));
    return Math.max(least, Math.min(LEAST_EMS * em(), computePrefHeight(width)));
  }

  @Override
  protected double computeMinWidth(double height) {
    return 20 * em();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    if (stacked(width)) {
      double height = left.prefHeight(width);
      left.resizeRelocate(0, 0, width, height);
      right.resizeRelocate(0, height + gap(), width, right.prefHeight(width));
      return;
    }
    double half = Math.floor((width - gap()) / 2);
    left.resizeRelocate(0, 0, half, getHeight());
    right.resizeRelocate(width - half, 0, half, getHeight());
  }

  private double gap() {
    return Math.round(GAP_EMS * em());
  }

  /** The size of text here, in pixels. */
  final double em() {
    return ruler.getFont().getSize();
  }
}
