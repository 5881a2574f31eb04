package dev.gatehouse.server.calendar;

import java.util.function.Consumer;

/** Writes iCalendar files. */
final class IcsExport {
  private IcsExport() {}

  static String write(Calendar calendar, Consumer<Consumer<String>> events) {
    return calendar.id() + events;
  }
}
