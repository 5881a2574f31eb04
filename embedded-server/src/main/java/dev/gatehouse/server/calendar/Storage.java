package dev.gatehouse.server.calendar;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
    store(stored);
    settle();
  }

  /** Adds events, or replaces those of the same UID. */
  ImportResult putAll(List<StoredEvent> all) {
    int before = events;
    for (StoredEvent stored : all) {
      Optional<String> earlier = table.idOf(handle, calendarId, stored.series().uid());
      store(
          earlier
              .map(id -> new StoredEvent(stored.series().withId(id), stored.source()))
              .orElse(stored));
    }
    settle();
    return new ImportResult(events - before, all.size() - (events - before));
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

  private void store(StoredEvent stored) {
    if (stored.source().length() > Limits.EVENT_CHARACTERS) {
      throw new LimitReached(
          "one event can have " + Limits.EVENT_CHARACTERS + " characters of iCalendar text");
    }
    Optional<Integer> length = table.sourceLength(handle, calendarId, stored.series().id());
    if (length.isPresent()) {
      table.update(handle, calendarId, stored);
    } else {
      table.add(handle, calendarId, stored);
      events++;
    }
    characters += stored.source().length() - length.orElse(0);
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
