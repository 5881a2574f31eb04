package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what an iCalendar file says about one event: itself, and occurrences that differ. */
final class IcsSeries {
  private final String id;
  private final String uid;
  private final Instant now;
  private final List<IcsEvent> exceptions = new ArrayList<>();
  private @Nullable IcsEvent master;

  IcsSeries(String id, String uid, Instant now) {
    this.id = id;
    this.uid = uid;
    this.now = now;
  }

  boolean hasMaster() {
    return master != null;
  }

  void add(IcsEvent event) {
    if (event.replaces().isPresent()) {
      exceptions.add(event);
    } else {
      master = event;
    }
  }

  StoredEvent stored() {
    // A file may have nothing but one occurrence of an event to which somebody was invited.
    IcsEvent first = Optional.ofNullable(master).orElseGet(() -> exceptions.get(0));
    TreeMap<Instant, OccurrenceException> differing = new TreeMap<>();
    for (IcsEvent exception : exceptions) {
      Instant replaces = exception.replaces().orElseThrow();
      differing.put(replaces, exception.instead(replaces, first));
    }
    Set<Instant> excluded =
        master == null ? Set.of(first.span().start()) : Set.copyOf(first.excluded());
    Series series =
        new Series(
            id,
            uid,
            first.details(),
            first.span(),
            first.busy(),
            master == null ? null : first.rule(),
            Set.copyOf(first.added()),
            excluded,
            List.copyOf(differing.values()));
    return new StoredEvent(series, source(first));
  }

  private String source(IcsEvent first) {
    String source =
        Stream.concat(Stream.ofNullable(master), exceptions.stream())
            .flatMap(event -> event.lines(uid, now))
            .collect(Collectors.joining("\n"));
    if (source.length() > Limits.EVENT_CHARACTERS) {
      throw first
          .component()
          .refused("this event takes more than " + Limits.EVENT_CHARACTERS + " characters in all");
    }
    return source;
  }
}
