package dev.gatehouse.desktop.ui.widget;

import javafx.scene.control.Label;

/** The keys for something, in small grey letters beside it, for example {@code Ctrl+Enter}. */
public final class KeyHint extends Label {
  /** A hint. */
  public KeyHint(String keys) {
    super(keys);
    getStyleClass().add("key-hint");
  }
}
