package dev.gatehouse.server.calendar;

/**
 * An event with the iCalendar text that it is exported as.
 *
 * @param series the event
 * @param source one or more VEVENT, each content line on one line
 */
record StoredEvent(Series series, String source) {}
