package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells when somebody is busy. */
final class BusyTimes {
  private record Period(Instant start, Instant end) {
    BusyPeriod text() {
      return new BusyPeriod(start.toString(), end.toString());
    }
  }

  private BusyTimes() {}

  static List<BusyPeriod> of(List<Series> all, Instant from, Instant to) {
    List<Period> periods = new ArrayList<>();
    Expansion expansion = new Expansion(from, to);
    for (Series series : all) {
      expansion.of(series, Limits.LOOKED_AT).stream()
          .filter(Occurrence::busy)
          .map(occurrence -> within(occurrence.span(), from, to))
          .filter(period -> period.start().isBefore(period.end()))
          .forEach(periods::add);
    }
    if (expansion.isExhausted()) {
      throw new LimitReached("there are too many events in this time: ask for a shorter one");
    }
    periods.sort(Comparator.comparing(Period::start));
    return merged(periods).stream().map(Period::text).toList();
  }

  private static Period within(Span span, Instant from, Instant to) {
    return new Period(
        span.start().isBefore(from) ? from : span.start(),
        span.end().isAfter(to) ? to : span.end());
  }

  private static List<Period> merged(List<Period> sorted) {
    List<Period> merged = new ArrayList<>();
    for (Period period : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && !period.start().isAfter(merged.get(last).end())) {
        Period previous = merged.get(last);
        Instant end = previous.end().isAfter(period.end()) ? previous.end() : period.end();
        merged.set(last, new Period(previous.start(), end));
      } else {
        merged.add(period);
      }
    }
    return merged;
  }
}
