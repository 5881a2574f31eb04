package dev.gatehouse.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something takes place.
 *
 * @param start in whole seconds
 * @param end likewise, exclusive; not before the start
 * @param allDay whether whole days are meant; then both are midnights in UTC
 * @param zone whose clocks it goes by, which matters to what recurs; UTC if it lasts all day
 */
record Span(Instant start, Instant end, boolean allDay, ZoneId zone) {
  static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** Reads what a caller wrote. */
  static Span of(EventDraft draft) {
    boolean allDay = Boolean.TRUE.equals(draft.allDay());
    OffsetDateTime start = time("start", draft.start(), allDay);
    OffsetDateTime end = time("end", draft.end(), allDay);
    if (allDay) {
      return days(start.toLocalDate(), end.toLocalDate());
    }
    Span span = new Span(start.toInstant(), end.toInstant(), false, start.getOffset());
    if (span.end().isBefore(span.start())) {
      throw new InvalidInput("end", "end must not be before start");
    }
    return span;
  }

  /** Whole days; the last one is not included any more. */
  static Span days(LocalDate first, LocalDate afterLast) {
    if (!first.isBefore(afterLast)) {
      throw new InvalidInput(
          "end", "end must be later than start: it is the day after the last one");
    }
    return new Span(midnight(first), midnight(afterLast), true, ZoneOffset.UTC);
  }

  /** One whole day. */
  static Span days(LocalDate day) {
    return days(day, day.plusDays(1));
  }

  static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Refuses what no calendar needs and no arithmetic should meet. */
  static Instant inRange(String field, Instant instant) {
    if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
      throw new InvalidInput(field, field + " must be between the years 1600 and 9998");
    }
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  Duration length() {
    return Duration.between(start, end);
  }

  /** When it begins by the clocks of its zone. */
  LocalDateTime localStart() {
    return LocalDateTime.ofInstant(start, zone);
  }

  /** The same, beginning at another time and as long by the clock on the wall. */
  Span movedTo(Instant newStart) {
    return new Span(newStart, newStart.plus(length()), allDay, zone);
  }

  /** The same by other clocks. */
  Span in(ZoneId otherZone) {
    return new Span(start, end, allDay, otherZone);
  }

  /** Whether some of it is in the window. What takes no time is where it begins. */
  boolean overlaps(Instant from, Instant to) {
    return start.isBefore(to) && (end.isAfter(from) || start.equals(from));
  }

  String startText() {
    return text(start);
  }

  String endText() {
    return text(end);
  }

  private String text(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private static OffsetDateTime time(String field, @Nullable String text, boolean allDay) {
    if (text == null || text.isBlank()) {
      throw new InvalidInput(field, field + " is required");
    }
    try {
      OffsetDateTime time =
          allDay && text.length() == "2026-12-24".length()
              ? LocalDate.parse(text).atTime(LocalTime.MIN).atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(text);
      if (allDay && !time.toLocalTime().equals(LocalTime.MIN)) {
        throw new InvalidInput(
            field, field + " of an event that lasts all day must be a date or a midnight");
      }
      inRange(field, time.toInstant());
      return time.truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException notRfc3339) {
      throw new InvalidInput(
          field,
          field
              + (allDay
                  ? " must be a date, for example 2026-12-24"
                  : " must be an RFC 3339 time, for example 2026-12-01T09:00:00Z"));
    }
  }
}
