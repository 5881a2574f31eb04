package dev.gatehouse.desktop.ui.widget;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The words that show where the pointer rests. A tooltip of JavaFX is a window with a scene of its
 * own, and a page has dozens: each is made when the pointer comes for the first time.
 */
public final class Tip {
  private final Node node;
  private String words = "";
  private @Nullable Tooltip tooltip;

  private Tip(Node node) {
    this.node = node;
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> make());
  }

  /** Shows these words from now on, and reads them to those who cannot see; none if empty. */
  public static void on(Node node, String words) {
    Tip tip = (Tip) node.getProperties().computeIfAbsent(Tip.class, first -> new Tip(node));
    tip.say(words);
  }

  /** Shows whatever the words are at the time. */
  public static void on(Node node, ObservableValue<String> words) {
    words.addListener((observable, before, now) -> on(node, now));
    on(node, words.getValue());
  }

  private void say(String now) {
    words = now;
    node.setAccessibleHelp(now.isEmpty() ? null : now);
    if (tooltip == null) {
      return;
    }
    if (now.isEmpty()) {
      Tooltip.uninstall(node, tooltip);
      tooltip = null;
    } else {
      tooltip.setText(now);
    }
  }

  private void make() {
    if (tooltip == null && !words.isEmpty()) {
      tooltip = new Tooltip(words);
      Tooltip.install(node, tooltip);
    }
  }
}
