package dev.gatehouse.server.calendar;

/** An iCalendar file that is broken. Nothing of it was kept. */
public final class ImportRefused extends CalendarException {
  private final int line;

  ImportRefused(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  /** The line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
