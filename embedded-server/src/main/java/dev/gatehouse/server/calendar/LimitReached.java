package dev.gatehouse.server.calendar;

/** More than this server keeps: something must be deleted first. */
public final class LimitReached extends CalendarException {
  LimitReached(String message) {
    super(message);
  }
}
