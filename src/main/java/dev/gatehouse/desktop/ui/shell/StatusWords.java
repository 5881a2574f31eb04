package dev.gatehouse.desktop.ui.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What stands at the end of the status bar: how the last request went, and for a while, in its
 * place, what was just done.
 */
final class StatusWords {
  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
  private String lasting = "";

  /** What is to be seen now. */
  ReadOnlyStringProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /** Says how a request went, until the next one. */
  void lasting(String text) {
    lasting = text;
    shown.set(text);
  }

  /** Says what was just done, until {@link #pass}. */
  void passing(String text) {
    shown.set(text);
  }

  /** Goes back to how the last request went. */
  void pass() {
    shown.set(lasting);
  }
}
