package dev.gatehouse.server.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an event recurs, RFC 5545 §3.3.10.
 *
 * @param text as it is written there, for example {@code FREQ=WEEKLY;BYDAY=MO}
 * @param parts its parts
 */
record RecurrenceRule(String text, RuleParts parts) {
  /** How many steps are taken at most to find the last of a number of occurrences. */
  private static final int MOST = 10_000;

  /**
   * Reads a rule.
   *
   * @throws InvalidInput if it is none, or one that would yield absurdly many occurrences
   */
  static RecurrenceRule parse(String written) {
    String text = written.strip().toUpperCase(Locale.ROOT);
    String rule = text.startsWith("RRULE:") ? text.substring("RRULE:".length()) : text;
    String trimmed = rule.endsWith(";") ? rule.substring(0, rule.length() - 1) : rule;
    if (trimmed.length() > Limits.RULE) {
      throw RuleParts.refused("is longer than " + Limits.RULE + " characters");
    }
    RecurrenceRule parsed = new RecurrenceRule(trimmed, RuleParts.of(trimmed));
    Span someDay = Span.days(LocalDate.EPOCH);
    Stream<Instant> unused = parsed.starts(someDay, someDay.start());
    return parsed;
  }

  /**
   * When the occurrences begin, in order, the first one included; those before {@code notBefore}
   * may be left out. Without an end it goes on for thousands of years: take no more than needed.
   */
  Stream<Instant> starts(Span first, Instant notBefore) {
    Instant last = until(first).filter(Span.LATEST::isAfter).orElse(Span.LATEST);
    @Nullable Integer count = parts.number("COUNT");
    // Whoever counts has to begin at the beginning.
    Instant from = count == null ? notBefore : first.start();
    Stream<Instant> all =
        parts.plainStep().isPresent()
            ? evenly(first.start(), from, parts.plainStep().get())
            : RuleIterator.starts(parts.endless(), first, from);
    Stream<Instant> bounded = all.takeWhile(start -> !start.isAfter(last));
    return count == null ? bounded : bounded.limit(count);
  }

  /** When the last occurrence begins, or later. */
  Instant lastPossible(Span first) {
    Instant until = until(first).orElse(Span.LATEST);
    if (parts.number("COUNT") == null) {
      return until;
    }
    return starts(first, first.start())
        .limit(MOST)
        .reduce((earlier, later) -> later)
        .orElse(first.start());
  }

  private static Stream<Instant> evenly(Instant start, Instant from, Duration step) {
    long passed = Math.max(0, Duration.between(start, from).toSeconds());
    long skipped = passed / step.toSeconds();
    return Stream.iterate(
        start.plusSeconds(skipped * step.toSeconds()),
        instant -> instant.isBefore(Span.LATEST),
        instant -> instant.plus(step));
  }

  /** The last moment at which an occurrence may begin. */
  private Optional<Instant> until(Span first) {
    @Nullable String until = parts.text("UNTIL");
    if (until == null) {
      return Optional.empty();
    }
    try {
      if (until.length() == IcsTime.DATE_LENGTH) {
        LocalDate day = IcsTime.date(until);
        return Optional.of(
            first.allDay()
                ? Span.midnight(day)
                : day.plusDays(1).atStartOfDay(first.zone()).toInstant().minusSeconds(1));
      }
      LocalDateTime local = IcsTime.dateTime(until);
      return Optional.of(
          local.atZone(IcsTime.isUtc(until) ? ZoneOffset.UTC : first.zone()).toInstant());
    } catch (DateTimeException wrong) {
      throw RuleParts.refused("has an UNTIL that is no date or time: " + until);
    }
  }
}
