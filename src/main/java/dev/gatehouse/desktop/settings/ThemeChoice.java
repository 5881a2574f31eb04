package dev.gatehouse.desktop.settings;

/** The theme that a person wants. */
public enum ThemeChoice {
  /** Dark text on light. */
  LIGHT,
  /** Light text on dark. */
  DARK,
  /** As the platform has it. */
  SYSTEM
}
