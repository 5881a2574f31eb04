package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.List;

/** Tells when an event takes place. */
final class Expansion {
  private Expansion() {}

  static List<Occurrence> of(Series series, Instant from, Instant to, int most) {
    Occurrence only = new Occurrence(series.details(), series.first(), series.busy());
    return only.span().overlaps(from, to) ? List.of(only) : List.of();
  }
}
