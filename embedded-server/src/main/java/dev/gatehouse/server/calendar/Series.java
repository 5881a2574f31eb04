package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored, with all its occurrences.
 *
 * @param id unique among all events
 * @param uid unique in its calendar, RFC 5545 §3.8.4.7
 * @param details what it says
 * @param first when it takes place, or does so for the first time
 * @param busy whether it counts as time taken: neither transparent nor cancelled
 * @param rule how it recurs, or null
 * @param added beginnings of further occurrences, RFC 5545 §3.8.5.2
 * @param excluded beginnings of occurrences that do not take place, RFC 5545 §3.8.5.1
 * @param exceptions occurrences that differ, RFC 5545 §3.8.4.4
 */
record Series(
    String id,
    String uid,
    Details details,
    Span first,
    boolean busy,
    @Nullable String rule,
    Set<Instant> added,
    Set<Instant> excluded,
    List<OccurrenceException> exceptions) {
  Series {
    added = Set.copyOf(added);
    excluded = Set.copyOf(excluded);
    exceptions = List.copyOf(exceptions);
  }

  boolean recurs() {
    return rule != null || !added.isEmpty() || !exceptions.isEmpty();
  }

  /** The same under an identifier that was given before. */
  Series withId(String earlierId) {
    return new Series(earlierId, uid, details, first, busy, rule, added, excluded, exceptions);
  }

  /** As callers see the whole of it. */
  Event event() {
    return event(new Occurrence(details, first, busy));
  }

  /** As callers see one occurrence. */
  Event event(Occurrence occurrence) {
    return new Event(
        id,
        occurrence.details().title(),
        occurrence.span().startText(),
        occurrence.span().endText(),
        occurrence.span().allDay(),
        occurrence.details().location(),
        occurrence.details().description(),
        rule);
  }
}
