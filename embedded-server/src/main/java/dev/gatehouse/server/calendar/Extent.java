package dev.gatehouse.server.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Between when and when all occurrences of an event are, never too narrow.
 *
 * @param earliest when the first begins
 * @param latest when the last is over
 */
record Extent(Instant earliest, Instant latest) {
  private static final Duration SLACK = Duration.ofDays(2);

  static Extent of(Series series) {
    Instant earliest = beginnings(series).min(Instant::compareTo).orElse(series.first().start());
    Stream<Instant> ends =
        Stream.of(
                Stream.of(series.first().end()),
                series.added().stream().map(start -> start.plus(series.first().length())),
                series.exceptions().stream().map(exception -> exception.occurrence().span().end()))
            .flatMap(all -> all);
    Instant latest = ends.max(Instant::compareTo).orElse(series.first().end());
    if (series.rule() != null) {
      Instant ruled = RecurrenceRule.parse(series.rule()).lastPossible(series.first());
      Instant over =
          ruled.isBefore(Span.LATEST) ? ruled.plus(series.first().length()).plus(SLACK) : ruled;
      latest = over.isAfter(latest) ? over : latest;
    }
    return new Extent(earliest, latest);
  }

  private static Stream<Instant> beginnings(Series series) {
    return Stream.of(
            Stream.of(series.first().start()),
            series.added().stream(),
            series.exceptions().stream().map(exception -> exception.occurrence().span().start()))
        .flatMap(all -> all);
  }
}
