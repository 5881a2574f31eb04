package dev.gatehouse.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The passkeys that people have registered. Safe for use by many threads. */
public final class Passkeys {
  /** How many one person can have. */
  public static final int PER_PERSON = 20;

  private static final String COLUMNS =
      "SELECT credential_id, person_id, user_handle, public_key, sign_count, backup_eligible, created_at FROM passkey ";

  private final Jdbi jdbi;

  Passkeys(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS passkey (credential_id VARCHAR(1400) PRIMARY KEY,"
                  + " person_id VARCHAR(255) NOT NULL, user_handle VARCHAR(100) NOT NULL,"
                  + " public_key VARBINARY(4096) NOT NULL, sign_count BIGINT NOT NULL,"
                  + " backup_eligible BOOLEAN NOT NULL, created_at BIGINT NOT NULL)");
          handle.execute("CREATE INDEX IF NOT EXISTS passkey_person ON passkey (person_id)");
        });
  }

  /**
   * The passkey of this public name.
   *
   * @param credentialId base64url
   */
  public Optional<Passkey> find(String credentialId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE credential_id = :id")
                .bind("id", credentialId)
                .map((rs, ctx) -> passkey(rs))
                .findOne());
  }

  /** All of one person, the oldest first. */
  public List<Passkey> of(String personId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    COLUMNS + "WHERE person_id = :person ORDER BY created_at, credential_id")
                .bind("person", personId)
                .map((rs, ctx) -> passkey(rs))
                .list());
  }

  /** Adds one. Its public name must be new. */
  public void add(Passkey passkey) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO passkey (credential_id, person_id, user_handle, public_key, sign_count, backup_eligible,"
                    + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                passkey.credentialId(),
                passkey.personId(),
                passkey.userHandle(),
                passkey.publicKey(),
                passkey.counter(),
                passkey.backupEligible(),
                passkey.createdAt().toEpochMilli()));
  }

  /**
   * Notes how often a passkey says it has signed, if that is more than it said before, or if it
   * never counts (WebAuthn §6.1.1). Of many at once with the same number, one alone is noted.
   *
   * @return false if it is not: perhaps there are two of this passkey
   */
  public boolean count(String credentialId, long counter) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "UPDATE passkey SET sign_count = ? WHERE credential_id = ? AND (sign_count < ? OR (sign_count = 0 AND"
                        + " ? = 0))",
                    counter,
                    credentialId,
                    counter,
                    counter))
        > 0;
  }

  /**
   * Takes one away from the person that it belongs to.
   *
   * @return whether there was one
   */
  public boolean remove(String personId, String credentialId) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "DELETE FROM passkey WHERE credential_id = ? AND person_id = ?",
                    credentialId,
                    personId))
        > 0;
  }

  List<Passkey> all() {
    return jdbi.withHandle(
        handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> passkey(rs)).list());
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM passkey"));
  }

  private static Passkey passkey(ResultSet rs) throws SQLException {
    return new Passkey(
        rs.getString("credential_id"),
        rs.getString("person_id"),
        rs.getString("user_handle"),
        rs.getBytes("public_key"),
        rs.getLong("sign_count"),
        rs.getBoolean("backup_eligible"),
        Instant.ofEpochMilli(rs.getLong("created_at")));
  }
}
