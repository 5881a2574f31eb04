package dev.gatehouse.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * What Digest authentication needs of a password (RFC 7616 §3.4.2): a fast hash for each algorithm.
 * Unlike the slow hash of {@link Passwords}, whoever steals one of these can use it as it is.
 */
public final class DigestSecrets {
  /** The protection space of the whole server (RFC 9110 §11.5). It is hashed into each secret. */
  public static final String REALM = "Gatehouse";

  /**
   * A row of the table.
   *
   * @param personId whose it is
   * @param algorithm by which it was made
   * @param userHash what a client may send in place of the name
   * @param secret the hash of name, realm and password
   */
  public record Row(String personId, DigestAlgorithm algorithm, String userHash, String secret) {}

  private static final String COLUMNS =
      "SELECT person_id, algorithm, user_hash, secret FROM digest_secret ";

  private final Jdbi jdbi;
  private volatile Runnable beforeFirst = () -> {};

  DigestSecrets(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS digest_secret (person_id VARCHAR(255) NOT NULL,"
                    + " algorithm VARCHAR(32) NOT NULL, user_hash VARCHAR(64) NOT NULL, secret VARCHAR(64) NOT NULL,"
                    + " PRIMARY KEY (person_id, algorithm), UNIQUE (user_hash, algorithm))"));
  }

  /** What is looked for is complete only after this has run, which it may do more than once. */
  void beforeFirst(Runnable completion) {
    beforeFirst = completion;
  }

  /** What is stored of this person. */
  public Optional<Row> ofPerson(String personId, DigestAlgorithm algorithm) {
    return find("person_id", personId, algorithm);
  }

  /** What is stored of the person whose name hashes to this (RFC 7616 §3.4.4). */
  public Optional<Row> ofUserHash(String userHash, DigestAlgorithm algorithm) {
    return find("user_hash", userHash, algorithm);
  }

  /** Stores what is needed of this password, for each algorithm. */
  void store(String personId, String password) {
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      add(
          new Row(
              personId,
              algorithm,
              algorithm.userHash(personId, REALM),
              algorithm.secret(personId, REALM, password)));
    }
  }

  List<Row> all() {
    return jdbi.withHandle(handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> row(rs)).list());
  }

  void add(Row row) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO digest_secret (person_id, algorithm, user_hash, secret) VALUES (?, ?, ?, ?)",
                row.personId(),
                row.algorithm().name(),
                row.userHash(),
                row.secret()));
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM digest_secret"));
  }

  private Optional<Row> find(String column, String value, DigestAlgorithm algorithm) {
    beforeFirst.run();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE " + column + " = :value AND algorithm = :algorithm")
                .bind("value", value)
                .bind("algorithm", algorithm.name())
                .map((rs, ctx) -> row(rs))
                .findOne());
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        rs.getString("person_id"),
        DigestAlgorithm.valueOf(rs.getString("algorithm")),
        rs.getString("user_hash"),
        rs.getString("secret"));
  }
}
