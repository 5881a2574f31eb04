package dev.gatehouse.desktop.ui.widget;

/** How a text is coloured. */
public enum Syntax {
  /** Names, strings, numbers of JSON. */
  JSON,
  /** A request or status line, header lines, then a body that is coloured if it is JSON. */
  HTTP,
  /** Not at all. */
  PLAIN
}
