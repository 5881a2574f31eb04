package dev.gatehouse.desktop.ui.explain;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * One pane above another. The upper one has the height that it would like as long as the lower one
 * keeps its least height; from then on where the divider was dragged to. A double click on the
 * divider goes back.
 */
final class DividedPane extends SplitPane {
  private final Region upper;
  private final Region lower;
  private boolean dragged;

  DividedPane(Region upper, Region lower) {
    super(upper, lower);
    this.upper = upper;
    this.lower = lower;
    setOrientation(Orientation.VERTICAL);
    getStyleClass().add("divided");
    addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dragged = dragged || onDivider(event));
    addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2 && onDivider(event)) {
            dragged = false;
            requestLayout();
          }
        });
  }

  private static boolean onDivider(MouseEvent event) {
    return event.getTarget() instanceof Region region
        && region.getStyleClass().contains("split-pane-divider");
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return upper.minHeight(width) + lower.minHeight(width) + dividerHeight();
  }

  @Override
  protected double computePrefHeight(double width) {
    return upper.prefHeight(width) + lower.minHeight(width) + dividerHeight();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    if (!dragged && height > 0) {
      double most = height - lower.minHeight(getWidth()) - dividerHeight();
      double wanted = Math.min(upper.prefHeight(getWidth()), most);
      double position = (wanted + dividerHeight() / 2) / height;
      if (Math.abs(getDividerPositions()[0] - position) * height >= 1) {
        setDividerPositions(position);
      }
    }
    super.layoutChildren();
  }

  private double dividerHeight() {
    return lookupAll(".split-pane-divider").stream()
        .filter(node -> node.getParent() == this)
        .mapToDouble(node -> node.prefWidth(-1))
        .findFirst()
        .orElse(0);
  }
}
