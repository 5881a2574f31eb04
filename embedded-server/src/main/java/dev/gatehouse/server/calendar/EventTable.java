package dev.gatehouse.server.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table of events. Short events that do not recur are found by a range of one index, so that
 * their number outside the window costs nothing; the others are all looked at.
 */
final class EventTable {
  /**
   * An event that is in a calendar already.
   *
   * @param id its identifier
   * @param source its iCalendar text
   */
  record Known(String id, String source) {}

  private static final int BATCH = 500;

  private static final String COLUMNS =
      "SELECT id, uid, title, location, description, starts_at, ends_at, all_day, zone, busy, rule, added, excluded"
          + " FROM calendar_event ";
  private static final String INSERT =
      "INSERT INTO calendar_event (uid, title, location, description, starts_at, ends_at, all_day, zone, busy, rule,"
          + " added, excluded, spread, earliest, latest, source, id, calendar_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE calendar_event SET uid = ?, title = ?, location = ?, description = ?, starts_at = ?, ends_at = ?,"
          + " all_day = ?, zone = ?, busy = ?, rule = ?, added = ?, excluded = ?, spread = ?, earliest = ?,"
          + " latest = ?, source = ? WHERE id = ? AND calendar_id = ?";

  /** Two ranges rather than one with OR, for which no index would be used. */
  private static final String IN_WINDOW =
      COLUMNS
          + "WHERE calendar_id = :calendar AND spread = FALSE AND starts_at >= :before AND starts_at < :to"
          + " AND ends_at >= :from UNION ALL "
          + COLUMNS
          + "WHERE calendar_id = :calendar AND spread = TRUE AND earliest < :to AND latest >= :from";

  private final Jdbi jdbi;
  private final ExceptionTable exceptions;

  EventTable(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS calendar_event (id VARCHAR(64) PRIMARY KEY,"
                  + " calendar_id VARCHAR(64) NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,"
                  + " uid VARCHAR(1000) NOT NULL, title VARCHAR(500) NOT NULL, location VARCHAR(1000) NOT NULL,"
                  + " description VARCHAR(20000) NOT NULL, starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,"
                  + " all_day BOOLEAN NOT NULL, zone VARCHAR(64) NOT NULL, busy BOOLEAN NOT NULL, rule VARCHAR(500),"
                  + " added VARCHAR(40000) NOT NULL, excluded VARCHAR(40000) NOT NULL, spread BOOLEAN NOT NULL,"
                  + " earliest BIGINT NOT NULL, latest BIGINT NOT NULL, source VARCHAR(300000) NOT NULL,"
                  + " UNIQUE (calendar_id, uid))");
          handle.execute(
              "CREATE INDEX IF NOT EXISTS calendar_event_by_time ON calendar_event"
                  + " (calendar_id, spread, starts_at)");
        });
    this.exceptions = new ExceptionTable(jdbi);
  }

  Optional<Series> find(Handle handle, String calendarId, String id) {
    return handle
        .createQuery(COLUMNS + "WHERE id = :id AND calendar_id = :calendar")
        .bind("id", id)
        .bind("calendar", calendarId)
        .map((rs, ctx) -> EventRow.series(rs, exceptions.of(handle, id)))
        .findOne();
  }

  /** The calendar in which an event is. */
  Optional<String> calendarOf(Handle handle, String id) {
    return handle
        .createQuery("SELECT calendar_id FROM calendar_event WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  /** What is in a calendar already, by UID. */
  Map<String, Known> known(Handle handle, String calendarId) {
    return handle
        .createQuery("SELECT id, uid, source FROM calendar_event WHERE calendar_id = :calendar")
        .bind("calendar", calendarId)
        .map(
            (rs, ctx) ->
                Map.entry(
                    rs.getString("uid"), new Known(rs.getString("id"), rs.getString("source"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  String source(Handle handle, String id) {
    return handle
        .createQuery("SELECT source FROM calendar_event WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /** How long the iCalendar text of an event is, if it is in this calendar. */
  Optional<Integer> sourceLength(Handle handle, String calendarId, String id) {
    return handle
        .createQuery(
            "SELECT CHAR_LENGTH(source) FROM calendar_event WHERE id = :id AND calendar_id = :calendar")
        .bind("id", id)
        .bind("calendar", calendarId)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Every event of a calendar by its beginning, without its exceptions. */
  List<Series> all(String calendarId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE calendar_id = :calendar ORDER BY starts_at, id")
                .bind("calendar", calendarId)
                .map((rs, ctx) -> EventRow.series(rs, List.of()))
                .list());
  }

  /** The events that may have something to do with this time, exceptions included. */
  List<Series> between(String calendarId, Instant from, Instant to) {
    return jdbi.withHandle(
        handle -> {
          Map<String, List<OccurrenceException>> differing =
              exceptions.in(handle, calendarId, from, to);
          return handle
              .createQuery(IN_WINDOW)
              .bind("calendar", calendarId)
              .bind("before", from.minus(EventRow.SHORT).getEpochSecond())
              .bind("from", from.getEpochSecond())
              .bind("to", to.getEpochSecond())
              .map(
                  (rs, ctx) ->
                      EventRow.series(rs, differing.getOrDefault(rs.getString("id"), List.of())))
              .list();
        });
  }

  /** Reads the iCalendar text of every event of a calendar, one after the other. */
  void forEachSource(String calendarId, Consumer<String> reader) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT source FROM calendar_event WHERE calendar_id = :calendar ORDER BY starts_at, id")
                .bind("calendar", calendarId)
                .mapTo(String.class)
                .forEach(reader));
  }

  void add(Handle handle, String calendarId, List<StoredEvent> fresh) {
    for (int from = 0; from < fresh.size(); from += BATCH) {
      List<StoredEvent> some = fresh.subList(from, Math.min(from + BATCH, fresh.size()));
      PreparedBatch batch = handle.prepareBatch(INSERT);
      some.forEach(stored -> batch.add(EventRow.values(calendarId, stored)));
      batch.execute();
      some.forEach(stored -> exceptions.add(handle, stored.series()));
    }
  }

  void update(Handle handle, String calendarId, StoredEvent stored) {
    handle.execute(UPDATE, EventRow.values(calendarId, stored));
    exceptions.remove(handle, stored.series().id());
    exceptions.add(handle, stored.series());
  }

  void delete(Handle handle, String id) {
    handle.execute("DELETE FROM calendar_event WHERE id = ?", id);
  }
}
