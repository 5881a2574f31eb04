package dev.gatehouse.desktop.ui.shell;

import javafx.scene.input.KeyCombination;

/**
 * A key combination and what it does.
 *
 * @param keys for example {@code KeyCombination.keyCombination("Shortcut+Enter")}
 * @param name what it does, for the sheet of shortcuts, for example {@code Send}
 * @param action does it, on the JavaFX thread
 */
public record Shortcut(KeyCombination keys, String name, Runnable action) {
  /**
   * A shortcut.
   *
   * @param keys for example {@code Shortcut+Enter}, where Shortcut is Ctrl, or ⌘ on macOS
   * @throws IllegalArgumentException if these are not keys
   */
  public static Shortcut of(String keys, String name, Runnable action) {
    return new Shortcut(KeyCombination.keyCombination(keys), name, action);
  }
}
