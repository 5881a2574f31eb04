package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists what takes place in a window of time. */
final class Listings {
  private record Entry(Series series, Occurrence occurrence) {
    Instant start() {
      return occurrence.span().start();
    }

    String id() {
      return series.id();
    }

    int characters() {
      Details details = occurrence.details();
      return details.title().length()
          + details.location().length()
          + details.description().length();
    }
  }

  private Listings() {}

  static EventListing of(List<Series> all, Instant from, Instant to) {
    List<Entry> entries = new ArrayList<>();
    boolean complete = true;
    Expansion expansion = new Expansion(from, to);
    for (Series series : all) {
      List<Occurrence> occurrences = expansion.of(series, Limits.OCCURRENCES + 1);
      complete &= occurrences.size() <= Limits.OCCURRENCES;
      occurrences.stream()
          .limit(Limits.OCCURRENCES)
          .forEach(occurrence -> entries.add(new Entry(series, occurrence)));
    }
    complete &= !expansion.isExhausted();
    entries.sort(Comparator.comparing(Entry::start).thenComparing(Entry::id));
    List<Event> events = new ArrayList<>();
    long characters = 0;
    for (Entry entry : entries) {
      characters += entry.characters();
      if (events.size() == Limits.LISTED || characters > Limits.LISTED_CHARACTERS) {
        complete = false;
        break;
      }
      events.add(entry.series().event(entry.occurrence()));
    }
    return new EventListing(events, complete);
  }
}
