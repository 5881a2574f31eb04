package dev.gatehouse.desktop.ui.explain;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Brings things into sight. */
final class Scrolling {
  private static final int PULSES = 4;

  private Scrolling() {}

  /** Scrolls as little as needed for this node to be seen, after the layout that is due. */
  static void reveal(ScrollPane scroll, Node node) {
    @Nullable Scene scene = scroll.getScene();
    if (scene == null) {
      Platform.runLater(() -> now(scroll, node));
      return;
    }
    // Several times: that rows break into two lines is known only after a first layout, and what
    // that moves only after the next.
    int[] left = {PULSES};
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          now(scroll, node);
          left[0]--;
          if (left[0] == 0) {
            scene.removePostLayoutPulseListener(once[0]);
          } else {
            Platform.requestNextPulse();
          }
        };
    scene.addPostLayoutPulseListener(once[0]);
    Platform.requestNextPulse();
  }

  private static void now(ScrollPane scroll, Node node) {
    Node content = scroll.getContent();
    if (node.getScene() == null || content == null) {
      return;
    }
    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double view = scroll.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - view;
    if (hidden <= 0) {
      return;
    }
    // A row's neighbours should be seen too, so that it does not stick to the edge.
    double margin = Math.min(place.getHeight(), view / 4);
    double top = scroll.getVvalue() * hidden;
    if (place.getMinY() - margin < top) {
      scroll.setVvalue(Math.max(0, (place.getMinY() - margin) / hidden));
    } else if (place.getMaxY() + margin > top + view) {
      scroll.setVvalue(Math.min(1, (place.getMaxY() + margin - view) / hidden));
    }
  }
}
