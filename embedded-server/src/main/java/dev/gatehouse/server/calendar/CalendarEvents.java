package dev.gatehouse.server.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The events in calendars. An event is found through its own calendar only, which {@link
 * #calendarOf} tells. Safe for use by many threads.
 */
public final class CalendarEvents {
  private static final int ID_LENGTH = 20;
  private static final Duration FOUR_WEEKS = Duration.ofDays(28);
  private static final Duration A_YEAR = Duration.ofDays(366);

  private final Jdbi jdbi;
  private final CalendarTable calendars;
  private final EventTable table;
  private final Clock clock;

  CalendarEvents(Jdbi jdbi, CalendarTable calendars, Clock clock) {
    this.jdbi = jdbi;
    this.calendars = calendars;
    this.table = new EventTable(jdbi);
    this.clock = clock;
  }

  /**
   * What takes place in a calendar at some time, by its beginning.
   *
   * <p>If the window is open on both sides, every event once, a recurring one as it was written;
   * otherwise each occurrence on its own, of one event at most {@link Limits#OCCURRENCES}, and
   * {@link Limits#LISTED} of all.
   */
  public EventListing between(String calendarId, Window window) {
    if (window.isOpen()) {
      return new EventListing(table.all(calendarId).stream().map(Series::event).toList(), true);
    }
    Instant from = window.fromOr(Span.EARLIEST);
    Instant to = window.toOr(Span.LATEST);
    return Listings.of(table.between(calendarId, from, to), from, to);
  }

  /** The calendar in which this event is, if there is such an event. */
  public Optional<String> calendarOf(String eventId) {
    return jdbi.withHandle(handle -> table.calendarOf(handle, eventId));
  }

  /** One event, a recurring one as it was written. Empty unless it is in this very calendar. */
  public Optional<Event> find(String calendarId, String eventId) {
    return jdbi.withHandle(handle -> table.find(handle, calendarId, eventId)).map(Series::event);
  }

  /**
   * Adds an event.
   *
   * @throws InvalidInput if a value cannot be
   * @throws LimitReached if the calendar is full
   * @throws NoSuchCalendar if it does not exist
   */
  public Event add(String calendarId, EventDraft draft) {
    Series series = Drafts.series(Identifiers.random(ID_LENGTH), draft, null);
    jdbi.useTransaction(
        handle -> new Storage(handle, calendars, table, calendarId).put(stored(series)));
    return series.event();
  }

  /**
   * Replaces an event by another of the same identifier. What the API does not show of an imported
   * event, such as alarms, is kept; exceptions to a recurring one only if it still recurs alike.
   *
   * @return the event as it is now; empty if it is not in this calendar
   * @throws InvalidInput if a value cannot be
   * @throws LimitReached if the calendar is full
   */
  public Optional<Event> replace(String calendarId, String eventId, EventDraft draft) {
    return rewrite(calendarId, eventId, Map.of(), draft);
  }

  /**
   * Changes some of an event's values, by the names of {@link EventDraft} (RFC 7396): null takes a
   * value away.
   *
   * @return the event as it is now; empty if it is not in this calendar
   * @throws InvalidInput if a value cannot be
   * @throws LimitReached if the calendar is full
   */
  public Optional<Event> patch(
      String calendarId, String eventId, Map<String, ? extends @Nullable Object> changes) {
    return rewrite(calendarId, eventId, changes, null);
  }

  /** Deletes an event with all its occurrences. Says whether it was in this calendar. */
  public boolean delete(String calendarId, String eventId) {
    return jdbi.inTransaction(
        handle -> {
          if (calendars.find(handle, calendarId).isEmpty()) {
            return false;
          }
          Storage storage = new Storage(handle, calendars, table, calendarId);
          return storage.remove(eventId);
        });
  }

  /**
   * When the owner is busy, in order; what touches or overlaps is one period. Cancelled events and
   * those that are marked as taking no time do not count.
   *
   * @param window at most a year; an open beginning is now, an open end four weeks later
   * @throws InvalidInput if the window is longer
   * @throws LimitReached if there are too many events in it
   */
  public List<BusyPeriod> freeBusy(String calendarId, Window window) {
    Instant from =
        window.from() != null
            ? window.from()
            : window.to() != null ? window.to().minus(FOUR_WEEKS) : clock.instant();
    Instant to = window.toOr(from.plus(FOUR_WEEKS));
    if (Duration.between(from, to).compareTo(A_YEAR) > 0) {
      throw new InvalidInput("to", "free/busy is given for a year at most");
    }
    return BusyTimes.of(table.between(calendarId, from, to), from, to);
  }

  /**
   * Takes the events of an iCalendar file (RFC 5545) into a calendar: all of them or, if the file
   * is broken, none. An event that was imported before, by its UID, is not doubled.
   *
   * @param file in UTF-8
   * @throws ImportRefused if it is broken
   * @throws LimitReached if the calendar would be too full
   * @throws NoSuchCalendar if it does not exist
   */
  public ImportResult importIcs(String calendarId, byte[] file) {
    List<StoredEvent> events = IcsImport.read(file, clock.instant());
    return jdbi.inTransaction(
        handle -> new Storage(handle, calendars, table, calendarId).putAll(events));
  }

  /**
   * A calendar as an iCalendar file (RFC 5545), which keeps what imported events came with.
   *
   * @throws NoSuchCalendar if it does not exist
   */
  public String exportIcs(String calendarId) {
    Calendar calendar =
        calendars.find(calendarId).orElseThrow(() -> new NoSuchCalendar(calendarId));
    return IcsExport.write(calendar, reader -> table.forEachSource(calendarId, reader));
  }

  /** Adds events under these identifiers, by the clocks of this zone unless they take all day. */
  void addAll(String calendarId, Map<String, EventDraft> drafts, ZoneId zone) {
    List<StoredEvent> events = new ArrayList<>();
    drafts.forEach(
        (id, draft) ->
            events.add(
                stored(
                    Drafts.series(id, draft, Boolean.TRUE.equals(draft.allDay()) ? null : zone))));
    jdbi.useTransaction(handle -> new Storage(handle, calendars, table, calendarId).putAll(events));
  }

  private StoredEvent stored(Series series) {
    return new StoredEvent(series, IcsEvents.written(series, clock.instant()));
  }

  private Optional<Event> rewrite(
      String calendarId,
      String eventId,
      Map<String, ? extends @Nullable Object> changes,
      @Nullable EventDraft replacement) {
    return jdbi.inTransaction(
        (Handle handle) -> {
          if (calendars.find(handle, calendarId).isEmpty()) {
            return Optional.<Event>empty();
          }
          Storage storage = new Storage(handle, calendars, table, calendarId);
          return table
              .find(handle, calendarId, eventId)
              .map(
                  before -> {
                    EventDraft draft =
                        replacement != null ? replacement : EventDraft.of(before.event(), changes);
                    Series after = Drafts.changed(before, draft);
                    String source =
                        IcsEvents.rewritten(
                            table.source(handle, eventId), before, after, clock.instant());
                    storage.put(new StoredEvent(after, source));
                    return after.event();
                  });
        });
  }
}
