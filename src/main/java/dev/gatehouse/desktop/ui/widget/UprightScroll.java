package dev.gatehouse.desktop.ui.widget;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls up and down only, its content as wide as itself. It would like to be as tall as its
 * content is at this width: lines that break count, which a plain scroll pane leaves out.
 */
public final class UprightScroll extends ScrollPane {
  /** A pane around this. */
  public UprightScroll(Node content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double sides = insets.getLeft() + insets.getRight();
    double within = width < 0 ? -1 : Math.max(0, width - sides);
    return getContent().prefHeight(within) + insets.getTop() + insets.getBottom();
  }
}
