package dev.gatehouse.desktop.ui.widget;

import java.util.function.DoubleSupplier;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** Brings things into sight. */
public final class Scrolling {
  private static final int PULSES = 4;

  private Scrolling() {}

  /** Scrolls as little as needed for this node to be seen, after the layout that is due. */
  public static void reveal(ScrollPane scroll, Node node) {
    reveal(scroll, node, () -> 0);
  }

  /**
   * The same where something stays at the top, over what scrolls.
   *
   * @param covered how tall that is, in pixels
   */
  public static void reveal(ScrollPane scroll, Node node, DoubleSupplier covered) {
    afterLayout(scroll, () -> now(scroll, node, covered.getAsDouble()));
  }

  /** Scrolls until this node stands at the top, as far as there is something to scroll. */
  public static void toTop(ScrollPane scroll, Node node) {
    afterLayout(
        scroll,
        () -> {
          double hidden = hidden(scroll);
          if (node.getScene() != null && hidden > 0) {
            scroll.setVvalue(Math.max(0, Math.min(1, place(scroll, node).getMinY() / hidden)));
          }
        });
  }

  private static void afterLayout(ScrollPane scroll, Runnable work) {
    @Nullable Scene scene = scroll.getScene();
    if (scene == null) {
      whenInScene(scroll, work);
      return;
    }
    // Several times: that rows break into two lines is known only after a first layout, and what
    // that moves only after the next.
    int[] left = {PULSES};
    Runnable[] once = new Runnable[1];
    once[0] =
        () -> {
          work.run();
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

  /** In a tab that does not show, there is nothing to scroll until it does. */
  private static void whenInScene(ScrollPane scroll, Runnable work) {
    scroll
        .sceneProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends @Nullable Scene> scene,
                  @Nullable Scene before,
                  @Nullable Scene now) {
                if (now != null) {
                  scroll.sceneProperty().removeListener(this);
                  afterLayout(scroll, work);
                }
              }
            });
  }

  private static void now(ScrollPane scroll, Node node, double covered) {
    double hidden = hidden(scroll);
    if (node.getScene() == null || hidden <= 0) {
      return;
    }
    Bounds place = place(scroll, node);
    double view = scroll.getViewportBounds().getHeight();
    // A row's neighbours should be seen too, so that it does not stick to the edge.
    double margin = Math.min(place.getHeight(), view / 4);
    double top = scroll.getVvalue() * hidden + covered;
    if (place.getMinY() - margin < top) {
      scroll.setVvalue(Math.max(0, (place.getMinY() - margin - covered) / hidden));
    } else if (place.getMaxY() + margin > top - covered + view) {
      scroll.setVvalue(Math.min(1, (place.getMaxY() + margin - view) / hidden));
    }
  }

  /** How much of the content cannot be seen at once. */
  private static double hidden(ScrollPane scroll) {
    @Nullable Node content = scroll.getContent();
    return content == null
        ? 0
        : content.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
  }

  private static Bounds place(ScrollPane scroll, Node node) {
    return scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }
}
