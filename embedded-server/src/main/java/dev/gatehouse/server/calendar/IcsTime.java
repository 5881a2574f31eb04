package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Dates and times as iCalendar writes them, RFC 5545 §3.3.4 and §3.3.5. */
final class IcsTime {
  /** How long a date is. */
  static final int DATE_LENGTH = "20261224".length();

  private static final DateTimeFormatter DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter DATE_TIME = strict("uuuuMMdd'T'HHmmss");

  private IcsTime() {}

  /**
   * Reads a date.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static LocalDate date(String text) {
    return LocalDate.parse(text, DATE);
  }

  /**
   * Reads a time, in UTC or by a clock on some wall.
   *
   * @throws java.time.DateTimeException if it is none
   */
  static LocalDateTime dateTime(String text) {
    return LocalDateTime.parse(
        isUtc(text) ? text.substring(0, text.length() - 1) : text, DATE_TIME);
  }

  static boolean isUtc(String text) {
    return text.endsWith("Z");
  }

  /** The day of a midnight in UTC. */
  static LocalDate dayOf(Instant midnight) {
    return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
  }

  /** The value of a property that says this date. */
  static String text(LocalDate date) {
    return DATE.format(date);
  }

  /** The value of a property that says this time by a clock on some wall. */
  static String text(LocalDateTime local) {
    return DATE_TIME.format(local);
  }

  /** The value of a property that says this time in UTC. */
  static String text(Instant instant) {
    return text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
  }

  /** How a zone is called in iCalendar text. */
  static String name(ZoneId zone) {
    return zone instanceof ZoneOffset offset && !offset.equals(ZoneOffset.UTC)
        ? "UTC" + offset.getId()
        : zone.getId();
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
