package dev.gatehouse.server.calendar;

/** The calendar does not exist, or no longer. */
public final class NoSuchCalendar extends CalendarException {
  NoSuchCalendar(String calendarId) {
    super("there is no calendar " + calendarId);
  }
}
