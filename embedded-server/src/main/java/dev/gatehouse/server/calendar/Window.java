package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A span of time to look into.
 *
 * @param from the beginning, or null if it is open
 * @param to the end, exclusive, or null if it is open
 */
public record Window(@Nullable Instant from, @Nullable Instant to) {
  /** All of time. */
  public static final Window OPEN = new Window(null, null);

  /**
   * A span of time.
   *
   * @throws InvalidInput if it ends before it begins
   */
  public Window {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new InvalidInput("to", "to must be later than from");
    }
  }

  /**
   * Reads the parameters of a query: RFC 3339 date-times or dates (midnight in UTC). A blank where
   * the {@code +} of an offset belongs is taken for it, since that is what becomes of one in a URL.
   *
   * @throws InvalidInput if one cannot be read or they are the wrong way round
   */
  public static Window of(@Nullable String from, @Nullable String to) {
    return new Window(instant("from", from), instant("to", to));
  }

  /** Whether it has neither beginning nor end. */
  public boolean isOpen() {
    return from == null && to == null;
  }

  Instant fromOr(Instant other) {
    return from == null ? other : from;
  }

  Instant toOr(Instant other) {
    return to == null ? other : to;
  }

  private static @Nullable Instant instant(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant instant =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      return Span.inRange(field, instant);
    } catch (DateTimeParseException notRfc3339) {
      throw new InvalidInput(
          field, field + " must be an RFC 3339 time, for example 2026-12-01T09:00:00Z");
    }
  }
}
