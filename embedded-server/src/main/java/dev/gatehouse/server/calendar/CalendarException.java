package dev.gatehouse.server.calendar;

/** Why a calendar did not do what it was asked for. The message is a sentence for the caller. */
public abstract sealed class CalendarException extends RuntimeException
    permits InvalidInput, LimitReached, ImportRefused, NoSuchCalendar {
  CalendarException(String message) {
    // Nothing went wrong here: the caller's input did, so a stack trace would tell nobody anything.
    super(message, null, false, false);
  }
}
