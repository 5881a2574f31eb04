package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells when an event takes place. One is used for one answer, by one thread. */
final class Expansion {
  private final Instant from;
  private final Instant to;
  private final long began = System.nanoTime();
  private int stepsLeft = Limits.LOOKED_AT;

  /** Looks into this window of time. */
  Expansion(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /** Whether so much was looked at that something may have been left out. */
  boolean isExhausted() {
    return stepsLeft <= 0 || System.nanoTime() - began > Limits.LOOKING.toNanos();
  }

  /** The occurrences in the window, of one that recurs without end at most so many. */
  List<Occurrence> of(Series series, int most) {
    if (isExhausted()) {
      return List.of();
    }
    stepsLeft--;
    if (!series.recurs()) {
      Occurrence only = new Occurrence(series.details(), series.first(), series.busy());
      return only.span().overlaps(from, to) ? List.of(only) : List.of();
    }
    List<Occurrence> occurrences = new ArrayList<>();
    starts(series, most).stream()
        .map(
            start -> new Occurrence(series.details(), series.first().movedTo(start), series.busy()))
        .forEach(occurrences::add);
    series.exceptions().stream()
        .filter(exception -> !exception.cancelled())
        .map(OccurrenceException::occurrence)
        .filter(occurrence -> occurrence.span().overlaps(from, to))
        .forEach(occurrences::add);
    return occurrences;
  }

  private Set<Instant> starts(Series series, int most) {
    Set<Instant> elsewhere = new HashSet<>(series.excluded());
    series.exceptions().forEach(exception -> elsewhere.add(exception.replaces()));
    Span first = series.first();
    TreeSet<Instant> starts = new TreeSet<>();
    Stream.concat(Stream.of(first.start()), series.added().stream())
        .filter(start -> takesPlace(first, start, elsewhere))
        .forEach(starts::add);
    if (series.rule() != null) {
      RecurrenceRule.parse(series.rule())
          .starts(first, from.minus(first.length()))
          .takeWhile(start -> start.isBefore(to) && stepsLeft-- > 0)
          .filter(start -> takesPlace(first, start, elsewhere))
          .limit(most)
          .forEach(starts::add);
    }
    return starts;
  }

  private boolean takesPlace(Span first, Instant start, Set<Instant> elsewhere) {
    return first.movedTo(start).overlaps(from, to) && !elsewhere.contains(start);
  }
}
