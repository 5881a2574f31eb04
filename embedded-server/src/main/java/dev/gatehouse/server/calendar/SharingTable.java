package dev.gatehouse.server.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table of who may use whose calendar. */
final class SharingTable {
  private static final String COLUMNS = "SELECT person, access FROM calendar_sharing ";

  private final Jdbi jdbi;

  SharingTable(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS calendar_sharing ("
                  + "calendar_id VARCHAR(64) NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,"
                  + " person VARCHAR(255) NOT NULL, access VARCHAR(32) NOT NULL, PRIMARY KEY (calendar_id, person))");
          handle.execute(
              "CREATE INDEX IF NOT EXISTS calendar_sharing_by_person ON calendar_sharing (person)");
        });
  }

  List<Sharing> all(String calendarId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE calendar_id = :calendar ORDER BY person")
                .bind("calendar", calendarId)
                .map((rs, ctx) -> sharing(rs))
                .list());
  }

  Optional<Sharing> find(String calendarId, String person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE calendar_id = :calendar AND person = :person")
                .bind("calendar", calendarId)
                .bind("person", person)
                .map((rs, ctx) -> sharing(rs))
                .findOne());
  }

  /** Adds a sharing or changes it. The calendar must be locked. */
  void put(Handle handle, String calendarId, Sharing sharing) {
    String person = Values.person(sharing.person(), "person");
    String access = sharing.access().text();
    int changed =
        handle.execute(
            "UPDATE calendar_sharing SET access = ? WHERE calendar_id = ? AND person = ?",
            access,
            calendarId,
            person);
    if (changed > 0) {
      return;
    }
    int count =
        handle
            .createQuery("SELECT COUNT(*) FROM calendar_sharing WHERE calendar_id = :calendar")
            .bind("calendar", calendarId)
            .mapTo(Integer.class)
            .one();
    if (count >= Limits.SHARINGS) {
      throw new LimitReached("a calendar can be shared with " + Limits.SHARINGS + " people");
    }
    handle.execute(
        "INSERT INTO calendar_sharing (calendar_id, person, access) VALUES (?, ?, ?)",
        calendarId,
        person,
        access);
  }

  boolean remove(Handle handle, String calendarId, String person) {
    return handle.execute(
            "DELETE FROM calendar_sharing WHERE calendar_id = ? AND person = ?", calendarId, person)
        > 0;
  }

  private static Sharing sharing(ResultSet rs) throws SQLException {
    return new Sharing(rs.getString("person"), Access.named(rs.getString("access")));
  }
}
