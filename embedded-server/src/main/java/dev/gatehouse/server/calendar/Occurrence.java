package dev.gatehouse.server.calendar;

/**
 * One time that an event takes place.
 *
 * @param details what it says this time
 * @param span when
 * @param busy whether it counts as time taken
 */
record Occurrence(Details details, Span span, boolean busy) {}
