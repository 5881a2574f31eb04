package dev.gatehouse.server.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of occurrences that differ from their series. */
final class ExceptionTable {
  private static final String COLUMNS =
      "SELECT x.event_id, x.replaces, x.title, x.location, x.description, x.starts_at, x.ends_at, x.all_day, x.zone,"
          + " x.busy, x.cancelled FROM calendar_exception x ";

  ExceptionTable(Jdbi jdbi) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS calendar_exception ("
                    + "event_id VARCHAR(64) NOT NULL REFERENCES calendar_event (id) ON DELETE CASCADE,"
                    + " replaces BIGINT NOT NULL, title VARCHAR(500) NOT NULL, location VARCHAR(1000) NOT NULL,"
                    + " description VARCHAR(20000) NOT NULL, starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,"
                    + " all_day BOOLEAN NOT NULL, zone VARCHAR(64) NOT NULL, busy BOOLEAN NOT NULL,"
                    + " cancelled BOOLEAN NOT NULL, PRIMARY KEY (event_id, replaces))"));
  }

  List<OccurrenceException> of(Handle handle, String eventId) {
    return handle
        .createQuery(COLUMNS + "WHERE x.event_id = :event ORDER BY x.replaces")
        .bind("event", eventId)
        .map((rs, ctx) -> exception(rs))
        .list();
  }

  /** By event, those of all events that may have something to do with this time. */
  Map<String, List<OccurrenceException>> in(
      Handle handle, String calendarId, Instant from, Instant to) {
    Map<String, List<OccurrenceException>> byEvent = new HashMap<>();
    handle
        .createQuery(
            COLUMNS
                + "JOIN calendar_event e ON e.id = x.event_id WHERE e.calendar_id = :calendar AND e.spread = TRUE"
                + " AND e.earliest < :to AND e.latest >= :from")
        .bind("calendar", calendarId)
        .bind("from", from.getEpochSecond())
        .bind("to", to.getEpochSecond())
        .map((rs, ctx) -> Map.entry(rs.getString("event_id"), exception(rs)))
        .forEach(
            row ->
                byEvent.computeIfAbsent(row.getKey(), id -> new ArrayList<>()).add(row.getValue()));
    return byEvent;
  }

  void add(Handle handle, Series series) {
    if (series.exceptions().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO calendar_exception (event_id, replaces, title, location, description, starts_at, ends_at,"
                + " all_day, zone, busy, cancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (OccurrenceException exception : series.exceptions()) {
      Occurrence occurrence = exception.occurrence();
      batch.add(
          series.id(),
          exception.replaces().getEpochSecond(),
          occurrence.details().title(),
          occurrence.details().location(),
          occurrence.details().description(),
          occurrence.span().start().getEpochSecond(),
          occurrence.span().end().getEpochSecond(),
          occurrence.span().allDay(),
          occurrence.span().zone().getId(),
          occurrence.busy(),
          exception.cancelled());
    }
    batch.execute();
  }

  void remove(Handle handle, String eventId) {
    handle.execute("DELETE FROM calendar_exception WHERE event_id = ?", eventId);
  }

  private static OccurrenceException exception(ResultSet rs) throws SQLException {
    Occurrence occurrence =
        new Occurrence(EventRow.details(rs), EventRow.span(rs), rs.getBoolean("busy"));
    return new OccurrenceException(
        Instant.ofEpochSecond(rs.getLong("replaces")), occurrence, rs.getBoolean("cancelled"));
  }
}
