package dev.gatehouse.desktop.ui.shell;

import javafx.scene.input.KeyCombination;

/** The names of keys as this platform writes them: Ctrl+K, or ⌘K on macOS. */
public final class KeyNames {
  private KeyNames() {}

  /**
   * The name of a combination written as JavaFX wants it, for example {@code Shortcut+K}.
   *
   * @throws IllegalArgumentException if these are not keys
   */
  public static String of(String keys) {
    return of(KeyCombination.keyCombination(keys));
  }

  /** The name of a combination. */
  public static String of(KeyCombination keys) {
    return keys.getDisplayText()
        .replace("Equals", "=")
        .replace("Minus", "−")
        .replace("Escape", "Esc")
        .replace("↵", "Enter");
  }
}
