package dev.gatehouse.desktop.ui.widget;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Two panes, side by side if there is room for both, else one above the other in one scroll. Room
 * is measured in text: a window that is wide at 100 % is narrow at 250 %.
 */
public final class TwoPanes extends StackPane {
  private final Region left;
  private final Region right;
  private final ObservableDoubleValue em;
  private final double enough;
  private final Beside beside = new Beside();
  private final VBox column = new VBox();
  private final ScrollPane scroll = new UprightScroll(column);
  private final ReadOnlyBooleanWrapper stacked = new ReadOnlyBooleanWrapper();
  private double share;
  private boolean narrow;
  private boolean alone;

  /**
   * Two panes.
   *
   * @param left has its preferred width until the divider is dragged
   * @param right gets what is left
   * @param em the size of text in pixels
   * @param enough how wide the two must be to stand side by side, in em
   */
  public TwoPanes(Region left, Region right, ObservableDoubleValue em, double enough) {
    this.left = left;
    this.right = right;
    this.em = em;
    this.enough = enough;
    setMinSize(0, 0);
    getStyleClass().add("two-panes");
    scroll.getStyleClass().add("quiet-scroll");
    arrange();
    widthProperty().addListener((observable, before, now) -> check());
    em.addListener((observable, before, now) -> check());
  }

  /**
   * Gives the left pane a part of the width in place of what it would like.
   *
   * @param part between 0 and 1
   */
  public TwoPanes share(double part) {
    share = part;
    beside.requestLayout();
    return this;
  }

  /** Whether one stands above the other, each as tall as what is in it. */
  public ReadOnlyBooleanProperty stacked() {
    return stacked.getReadOnlyProperty();
  }

  /** Shows the right pane without the left one, or both again. */
  public void rightAlone(boolean on) {
    alone = on;
    arrange();
  }

  /** Brings the upper end of something in one of the panes into sight, where the whole scrolls. */
  public void toTop(Node node) {
    if (stacked.get()) {
      Scrolling.toTop(scroll, node);
    }
  }

  private void check() {
    boolean now = getWidth() > 0 && getWidth() < enough * em.get();
    if (now != narrow) {
      narrow = now;
      arrange();
    }
  }

  private void arrange() {
    beside.getItems().clear();
    column.getChildren().clear();
    stacked.set(narrow && !alone);
    if (alone) {
      getChildren().setAll(right);
    } else if (narrow) {
      column.getChildren().setAll(left, right);
      getChildren().setAll(scroll);
    } else {
      beside.getItems().setAll(List.of(left, right));
      getChildren().setAll(beside);
    }
  }

  /** The left pane has the width that it would like, until the divider is dragged. */
  private final class Beside extends SplitPane {
    private boolean dragged;

    Beside() {
      addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dragged = dragged || onDivider(event));
    }

    private boolean onDivider(MouseEvent event) {
      return event.getTarget() instanceof Region region
          && region.getStyleClass().contains("split-pane-divider")
          && region.getParent() == this;
    }

    @Override
    protected void layoutChildren() {
      if (!dragged && getWidth() > 0 && getItems().size() == 2) {
        double position = share > 0 ? share : left.prefWidth(-1) / getWidth();
        if (Math.abs(getDividerPositions()[0] - position) * getWidth() >= 1) {
          setDividerPositions(position);
        }
      }
      super.layoutChildren();
    }
  }
}
