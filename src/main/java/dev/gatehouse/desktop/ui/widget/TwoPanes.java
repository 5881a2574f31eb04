package dev.gatehouse.desktop.ui.widget;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
  private boolean stacked;

  /**
   * Two panes.
   *
   * @param left keeps its preferred width
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
    arrange();
    widthProperty().addListener((observable, before, now) -> check());
    em.addListener((observable, before, now) -> check());
  }

  private void check() {
    boolean narrow = getWidth() > 0 && getWidth() < enough * em.get();
    if (narrow != stacked) {
      stacked = narrow;
      arrange();
    }
  }

  private void arrange() {
    getChildren().setAll(stacked ? above() : beside());
  }

  private Node beside() {
    HBox.setHgrow(right, Priority.ALWAYS);
    return new HBox(left, right);
  }

  private Node above() {
    ScrollPane scroll = new ScrollPane(new VBox(left, right));
    scroll.setFitToWidth(true);
    return scroll;
  }
}
