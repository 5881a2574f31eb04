package dev.gatehouse.server.calendar;

import dev.gatehouse.server.authz.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table of calendars. Its SQL is of the kind that H2 and PostgreSQL have in common. */
final class CalendarTable {
  /**
   * A calendar that nobody else changes until the transaction ends.
   *
   * @param owner whose it is
   * @param events how many are in it
   * @param characters how long their iCalendar text is
   */
  record Locked(String owner, int events, long characters) {}

  private static final String COLUMNS = "c.id, c.owner, c.name, c.description, c.color";

  private final Jdbi jdbi;

  CalendarTable(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS calendar (id VARCHAR(64) PRIMARY KEY, owner VARCHAR(255) NOT NULL,"
                  + " name VARCHAR(500) NOT NULL, description VARCHAR(20000) NOT NULL, color VARCHAR(32) NOT NULL,"
                  + " events INTEGER NOT NULL, characters BIGINT NOT NULL)");
          handle.execute("CREATE INDEX IF NOT EXISTS calendar_by_owner ON calendar (owner)");
        });
  }

  Optional<Calendar> find(String id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  Optional<Calendar> find(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM calendar c WHERE c.id = :id")
        .bind("id", id)
        .map((rs, ctx) -> calendar(rs))
        .findOne();
  }

  /** The calendar, kept from being changed by anybody else until the transaction ends. */
  Optional<Calendar> findToChange(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM calendar c WHERE c.id = :id FOR UPDATE")
        .bind("id", id)
        .map((rs, ctx) -> calendar(rs))
        .findOne();
  }

  List<VisibleCalendar> visibleTo(String person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + ", CAST(NULL AS VARCHAR(32)) AS access, 0 AS place FROM calendar c WHERE c.owner = :person"
                        + " UNION ALL SELECT "
                        + COLUMNS
                        + ", s.access, 1 AS place FROM calendar_sharing s JOIN calendar c ON c.id = s.calendar_id"
                        + " WHERE s.person = :person ORDER BY place, name, id")
                .bind("person", person)
                .map((rs, ctx) -> new VisibleCalendar(calendar(rs), relation(rs)))
                .list());
  }

  Relation relation(String person, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT c.owner, s.access FROM calendar c LEFT JOIN calendar_sharing s"
                        + " ON s.calendar_id = c.id AND s.person = :person WHERE c.id = :id")
                .bind("person", person)
                .bind("id", id)
                .map(
                    (rs, ctx) -> {
                      if (rs.getString("owner").equals(person)) {
                        return Relation.OWNER;
                      }
                      return rs.getString("access") == null ? Relation.NONE : relation(rs);
                    })
                .findOne()
                .orElse(Relation.NONE));
  }

  /** Keeps everybody else from changing this calendar or its events until the transaction ends. */
  Locked lock(Handle handle, String id) {
    return handle
        .createQuery("SELECT owner, events, characters FROM calendar WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map(
            (rs, ctx) ->
                new Locked(rs.getString("owner"), rs.getInt("events"), rs.getLong("characters")))
        .findOne()
        .orElseThrow(() -> new NoSuchCalendar(id));
  }

  /** Notes how much is in a calendar. */
  void fill(Handle handle, String id, int events, long characters) {
    handle.execute(
        "UPDATE calendar SET events = ?, characters = ? WHERE id = ?", events, characters, id);
  }

  int ownedBy(Handle handle, String owner) {
    return handle
        .createQuery("SELECT COUNT(*) FROM calendar WHERE owner = :owner")
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }

  /** How long the iCalendar text of all calendars of this person is. */
  long charactersOf(Handle handle, String owner) {
    return handle
        .createQuery("SELECT SUM(characters) FROM calendar WHERE owner = :owner")
        .bind("owner", owner)
        .mapTo(Long.class)
        .one();
  }

  void add(Handle handle, Calendar calendar) {
    handle.execute(
        "INSERT INTO calendar (id, owner, name, description, color, events, characters)"
            + " VALUES (?, ?, ?, ?, ?, 0, 0)",
        calendar.id(),
        calendar.owner(),
        calendar.name(),
        calendar.description(),
        calendar.color());
  }

  void update(Handle handle, Calendar calendar) {
    handle.execute(
        "UPDATE calendar SET owner = ?, name = ?, description = ?, color = ? WHERE id = ?",
        calendar.owner(),
        calendar.name(),
        calendar.description(),
        calendar.color(),
        calendar.id());
  }

  boolean delete(String id) {
    return jdbi.withHandle(handle -> handle.execute("DELETE FROM calendar WHERE id = ?", id)) > 0;
  }

  boolean isEmpty() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM calendar FETCH FIRST 1 ROW ONLY")
                .mapTo(String.class)
                .findOne()
                .isEmpty());
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM calendar"));
  }

  private static Calendar calendar(ResultSet rs) throws SQLException {
    return new Calendar(
        rs.getString("id"),
        rs.getString("owner"),
        rs.getString("name"),
        rs.getString("description"),
        rs.getString("color"));
  }

  private static Relation relation(ResultSet rs) throws SQLException {
    @Nullable String access = rs.getString("access");
    return access == null ? Relation.OWNER : Access.named(access).relation();
  }
}
