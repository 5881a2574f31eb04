package dev.gatehouse.desktop.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Leads the focus on from a node that would keep Tab for itself. */
final class FocusOrder {
  private FocusOrder() {}

  /**
   * Gives the focus to a neighbour, in the order in which Tab goes through a window.
   *
   * @param step 1 for the next, -1 for the one before
   */
  static void leave(Node node, int step) {
    @Nullable Scene scene = node.getScene();
    if (scene == null) {
      return;
    }
    List<Node> stops = new ArrayList<>();
    collect(scene.getRoot(), stops);
    int at = stops.indexOf(node);
    if (at >= 0) {
      stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
    }
  }

  private static void collect(Node node, List<Node> stops) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      stops.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
    }
  }
}
