package dev.gatehouse.server.calendar;

import java.time.Instant;

/**
 * How an event recurs, RFC 5545 §3.3.10.
 *
 * @param text as it was written
 */
record RecurrenceRule(String text) {
  static RecurrenceRule parse(String text) {
    return new RecurrenceRule(text);
  }

  Instant lastPossible(Span first) {
    return Span.LATEST;
  }
}
