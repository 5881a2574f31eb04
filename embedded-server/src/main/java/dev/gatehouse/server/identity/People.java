package dev.gatehouse.server.identity;

import dev.gatehouse.server.authz.SpacedWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table of people. */
final class People {
  /**
   * A row of the table.
   *
   * @param place where the person stands among the others
   * @param passwordHash a PHC string, or null for somebody without a password
   * @param formerHash the {@link FormerHash} of the password that the person had once, or null
   */
  record Row(int place, Person person, @Nullable String passwordHash, @Nullable String formerHash) {
    /** What is stored of this person's password, if anything. */
    Optional<StoredPassword> password() {
      return Optional.ofNullable(passwordHash)
          .map(hash -> new StoredPassword(person.id(), hash, formerHash));
    }
  }

  private static final String COLUMNS =
      "SELECT place, id, name, email, roles, password_hash, former_hash FROM person ";

  private final Jdbi jdbi;
  private final Recent<Row> recent = new Recent<>();

  People(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS person (id VARCHAR(255) PRIMARY KEY, place INTEGER NOT NULL,"
                  + " name VARCHAR(255) NOT NULL, email VARCHAR(255) NOT NULL, roles VARCHAR(255) NOT NULL,"
                  + " password_hash VARCHAR(255))");
          // Not in the table of a database that an earlier version has kept.
          handle.execute("ALTER TABLE person ADD COLUMN IF NOT EXISTS former_hash VARCHAR(64)");
        });
  }

  Optional<Row> find(String id) {
    return recent.find(id, this::read);
  }

  /**
   * What is stored of somebody's password, read anew each time: were known people found faster than
   * others, the time would tell who is one.
   */
  Optional<StoredPassword> password(String id) {
    return read(id).flatMap(Row::password);
  }

  private Optional<Row> read(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", id)
                .map((rs, ctx) -> row(rs))
                .findOne());
  }

  List<Row> all() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(COLUMNS + "ORDER BY place, id").map((rs, ctx) -> row(rs)).list());
  }

  Optional<Row> first() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "ORDER BY place, id FETCH FIRST 1 ROW ONLY")
                .map((rs, ctx) -> row(rs))
                .findOne());
  }

  void add(Row row) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO person (place, id, name, email, roles, password_hash, former_hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                row.place(),
                row.person().id(),
                row.person().name(),
                row.person().email(),
                String.join(" ", row.person().roles()),
                row.passwordHash(),
                row.formerHash()));
    recent.forget();
  }

  void storeHash(String id, String passwordHash) {
    jdbi.useHandle(
        handle ->
            handle.execute("UPDATE person SET password_hash = ? WHERE id = ?", passwordHash, id));
    recent.forget();
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM person"));
    recent.forget();
  }

  private static Row row(ResultSet rs) throws SQLException {
    Person person =
        new Person(
            rs.getString("id"),
            rs.getString("name"),
            rs.getString("email"),
            SpacedWords.in(rs.getString("roles")));
    return new Row(
        rs.getInt("place"), person, rs.getString("password_hash"), rs.getString("former_hash"));
  }
}
