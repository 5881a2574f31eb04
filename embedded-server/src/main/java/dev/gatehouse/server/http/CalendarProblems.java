package dev.gatehouse.server.http;

import dev.gatehouse.server.calendar.CalendarException;
import dev.gatehouse.server.calendar.ImportRefused;
import dev.gatehouse.server.calendar.InvalidInput;
import dev.gatehouse.server.calendar.LimitReached;

/** Tells over HTTP why a calendar did not do what it was asked for. */
final class CalendarProblems {
  private CalendarProblems() {}

  static Problem of(CalendarException refused) {
    String detail = Problem.sentence(String.valueOf(refused.getMessage()));
    if (refused instanceof InvalidInput invalid) {
      return Problem.badRequest(detail).aboutField(invalid.field());
    }
    if (refused instanceof ImportRefused broken) {
      return Problem.badRequest(detail).aboutLine(broken.line());
    }
    return refused instanceof LimitReached ? Problem.of(409, detail) : Problem.notFound();
  }
}
