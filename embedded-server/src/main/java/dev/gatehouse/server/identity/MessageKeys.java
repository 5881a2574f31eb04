package dev.gatehouse.server.identity;

import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The keys by which signatures over HTTP messages are verified: see {@link MessageKey}. */
final class MessageKeys {
  private static final String COLUMNS =
      "SELECT key_id, algorithm, material, person_id, created_at FROM message_key ";

  private final Jdbi jdbi;

  MessageKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS message_key (key_id VARCHAR(255) PRIMARY KEY,"
                    + " algorithm VARCHAR(64) NOT NULL, material VARBINARY(1024) NOT NULL,"
                    + " person_id VARCHAR(255) NOT NULL, created_at BIGINT NOT NULL)"));
  }

  Optional<MessageKey> find(String keyId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE key_id = :key")
                .bind("key", keyId)
                .map((rs, ctx) -> key(rs))
                .findOne());
  }

  List<MessageKey> all() {
    return jdbi.withHandle(handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> key(rs)).list());
  }

  void add(MessageKey key) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO message_key (key_id, algorithm, material, person_id, created_at) VALUES (?, ?, ?, ?, ?)",
                key.keyId(),
                key.algorithm().text(),
                key.material(),
                key.personId(),
                key.createdAt().toEpochMilli()));
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM message_key"));
  }

  private static MessageKey key(ResultSet rs) throws SQLException {
    return new MessageKey(
        rs.getString("key_id"),
        SignatureAlgorithm.named(rs.getString("algorithm")).orElseThrow(),
        rs.getBytes("material"),
        rs.getString("person_id"),
        Instant.ofEpochMilli(rs.getLong("created_at")));
  }
}
