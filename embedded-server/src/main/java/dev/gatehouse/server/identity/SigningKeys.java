package dev.gatehouse.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The secrets by which requests are signed, in the clear: see {@link SigningKey}. */
final class SigningKeys {
  private static final String ACCESS_KEY_PREFIX = "GHAK";
  private static final int ACCESS_KEY_LENGTH = 16;
  private static final int SECRET_KEY_LENGTH = 40;
  private static final String COLUMNS =
      "SELECT access_key, secret_key, person_id, created_at FROM signing_key ";

  private final Jdbi jdbi;

  SigningKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS signing_key (access_key VARCHAR(64) PRIMARY KEY,"
                    + " secret_key VARCHAR(64) NOT NULL, person_id VARCHAR(255) NOT NULL, created_at BIGINT NOT NULL)"));
  }

  Optional<SigningKey> find(String accessKey) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE access_key = :key")
                .bind("key", accessKey)
                .map((rs, ctx) -> key(rs))
                .findOne());
  }

  /** Issues one. */
  SigningKey issue(String personId, Instant now) {
    SigningKey key =
        new SigningKey(
            ACCESS_KEY_PREFIX + Secrets.lettersAndDigits(ACCESS_KEY_LENGTH),
            Secrets.lettersAndDigits(SECRET_KEY_LENGTH),
            personId,
            now);
    add(key);
    return key;
  }

  List<SigningKey> all() {
    return jdbi.withHandle(handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> key(rs)).list());
  }

  void add(SigningKey key) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO signing_key (access_key, secret_key, person_id, created_at) VALUES (?, ?, ?, ?)",
                key.accessKey(),
                key.secretKey(),
                key.personId(),
                key.createdAt().toEpochMilli()));
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM signing_key"));
  }

  private static SigningKey key(ResultSet rs) throws SQLException {
    return new SigningKey(
        rs.getString("access_key"),
        rs.getString("secret_key"),
        rs.getString("person_id"),
        Instant.ofEpochMilli(rs.getLong("created_at")));
  }
}
