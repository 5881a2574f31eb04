package dev.gatehouse.server.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an event is written into a row of its table, and read from one. */
final class EventRow {
  /** What lasts longer, or recurs, is marked as spread. */
  static final Duration SHORT = Duration.ofDays(31);

  private EventRow() {}

  /** What is stored of an event, in the order in which the table's statements name it. */
  static @Nullable Object[] values(String calendarId, StoredEvent stored) {
    Series series = stored.series();
    Extent extent = Extent.of(series);
    return new @Nullable Object[] {
      series.uid(),
      series.details().title(),
      series.details().location(),
      series.details().description(),
      series.first().start().getEpochSecond(),
      series.first().end().getEpochSecond(),
      series.first().allDay(),
      series.first().zone().getId(),
      series.busy(),
      series.rule(),
      seconds(series.added()),
      seconds(series.excluded()),
      series.recurs() || series.first().length().compareTo(SHORT) > 0,
      extent.earliest().getEpochSecond(),
      extent.latest().getEpochSecond(),
      stored.source(),
      series.id(),
      calendarId
    };
  }

  /** The event in a row, with these exceptions. */
  static Series series(ResultSet rs, List<OccurrenceException> exceptions) throws SQLException {
    return new Series(
        rs.getString("id"),
        rs.getString("uid"),
        details(rs),
        span(rs),
        rs.getBoolean("busy"),
        rs.getString("rule"),
        instants(rs.getString("added")),
        instants(rs.getString("excluded")),
        exceptions);
  }

  /** Reads what an event and an exception have in common. */
  static Details details(ResultSet rs) throws SQLException {
    return new Details(
        rs.getString("title"), rs.getString("location"), rs.getString("description"));
  }

  /** Reads what an event and an exception have in common. */
  static Span span(ResultSet rs) throws SQLException {
    return new Span(
        Instant.ofEpochSecond(rs.getLong("starts_at")),
        Instant.ofEpochSecond(rs.getLong("ends_at")),
        rs.getBoolean("all_day"),
        ZoneId.of(rs.getString("zone")));
  }

  private static String seconds(Collection<Instant> instants) {
    return new TreeSet<>(instants)
        .stream()
            .map(instant -> Long.toString(instant.getEpochSecond()))
            .collect(Collectors.joining(" "));
  }

  private static Set<Instant> instants(String seconds) {
    if (seconds.isEmpty()) {
      return Set.of();
    }
    return Arrays.stream(seconds.split(" "))
        .map(second -> Instant.ofEpochSecond(Long.parseLong(second)))
        .collect(Collectors.toSet());
  }
}
