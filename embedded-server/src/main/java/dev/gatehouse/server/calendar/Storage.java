package dev.gatehouse.server.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One calendar for the length of a transaction, in which nobody else changes it. Keeps count of
 * what is in it.
 */
final class Storage {
  private final Handle handle;
  private final CalendarTable calendars;
  private final EventTable table;
  private final String calendarId;
  private final String owner;
  private int events;
  private long characters;

  Storage(Handle handle, CalendarTable calendars, EventTable table, String calendarId) {
    this.handle = handle;
    this.calendars = calendars;
    this.table = table;
    this.calendarId = calendarId;
    CalendarTable.Locked locked = calendars.lock(handle, calendarId);
    this.owner = locked.owner();
    this.events = locked.events();
    this.characters = locked.characters();
  }

  /** Adds an event, or replaces that of the same identifier. */
  void put(StoredEvent stored) {
    Optional<Integer> length = table.sourceLength(handle, calendarId, stored.series().id());
    count(stored, length.orElse(0), length.isEmpty());
    settle();
    if (length.isPresent()) {
      table.update(handle, calendarId, stored);
    } else {
      table.add(handle, calendarId, List.of(stored));
    }
  }

  /** Adds events, or replaces those of the same UID. */
  ImportResult putAll(List<StoredEvent> all) {
    Map<String, EventTable.Known> known = table.known(handle, calendarId);
    List<StoredEvent> fresh = new ArrayList<>();
    List<StoredEvent> changed = new ArrayList<>();
    for (StoredEvent stored : all) {
      EventTable.@Nullable Known before = known.get(stored.series().uid());
      if (before == null) {
        count(stored, 0, true);
        fresh.add(stored);
      } else if (!before.source().equals(stored.source())) {
        count(stored, before.source().length(), false);
        changed.add(new StoredEvent(stored.series().withId(before.id()), stored.source()));
      }
    }
    settle();
    table.add(handle, calendarId, fresh);
    changed.forEach(stored -> table.update(handle, calendarId, stored));
    return new ImportResult(fresh.size(), all.size() - fresh.size());
  }

  /** Removes an event. Says whether it was there. */
  boolean remove(String eventId) {
    Optional<Integer> length = table.sourceLength(handle, calendarId, eventId);
    length.ifPresent(
        was -> {
          table.delete(handle, eventId);
          events--;
          characters -= was;
          settle();
        });
    return length.isPresent();
  }

  private void count(StoredEvent stored, int lengthBefore, boolean fresh) {
    if (stored.source().length() > Limits.EVENT_CHARACTERS) {
      throw new LimitReached(
          "one event can have " + Limits.EVENT_CHARACTERS + " characters of iCalendar text");
    }
    events += fresh ? 1 : 0;
    characters += stored.source().length() - lengthBefore;
  }

  private void settle() {
    if (events > Limits.EVENTS) {
      throw new LimitReached("one calendar can have " + Limits.EVENTS + " events");
    }
    if (characters > Limits.CHARACTERS) {
      throw new LimitReached(
          "one calendar can have " + Limits.CHARACTERS + " characters of iCalendar text");
    }
    calendars.fill(handle, calendarId, events, characters);
    if (calendars.charactersOf(handle, owner) > Limits.PERSON_CHARACTERS) {
      throw new LimitReached(
          "one person can have " + Limits.PERSON_CHARACTERS + " characters of iCalendar text");
    }
  }
}
