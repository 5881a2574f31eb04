package dev.gatehouse.server.calendar;

import java.time.Instant;

/** Writes events as iCalendar text. */
final class IcsEvents {
  private IcsEvents() {}

  static String written(Series series, Instant now) {
    return "";
  }

  static String rewritten(String source, Series before, Series after, Instant now) {
    return source;
  }
}
