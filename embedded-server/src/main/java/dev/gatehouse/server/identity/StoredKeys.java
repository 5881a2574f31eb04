package dev.gatehouse.server.identity;

import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.authz.SpacedWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Long random secrets that were handed out: API keys and opaque tokens. Each reads {@code
 * PREFIX_ID_SECRET}. The ID is public and finds the row; of the secret only a digest is stored. So
 * a lookup costs the same however many there are, and what is compared in constant time is a single
 * digest.
 */
final class StoredKeys {
  /**
   * A row of the table.
   *
   * @param kind what it was issued as
   * @param digest of the secret
   */
  record Row(Kind kind, StoredCredential credential, String digest) {}

  /** What a secret was issued as. One is not accepted as the other. */
  enum Kind {
    API_KEY("gh_key_"),
    /** An API key of earlier days: a number, and no secret with it. */
    NUMBERED_KEY("gh_key_legacy_"),
    OPAQUE_TOKEN("gh_tok_"),
    PERSONAL_TOKEN("gh_pat_");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** How every secret of this kind begins, so that people and scanners recognise a leaked one. */
    String prefix() {
      return prefix;
    }
  }

  private static final int ID_LENGTH = 12;
  private static final int SECRET_LENGTH = 32;
  private static final String COLUMNS =
      "SELECT kind, id, digest, person_id, scopes, created_at, expires_at, revoked_at, name, last_used_at"
          + " FROM stored_key ";

  private final Jdbi jdbi;

  StoredKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS stored_key (id VARCHAR(64) PRIMARY KEY, kind VARCHAR(32) NOT NULL,"
                  + " digest VARCHAR(64) NOT NULL, person_id VARCHAR(255) NOT NULL, scopes VARCHAR(1000) NOT NULL,"
                  + " created_at BIGINT NOT NULL, expires_at BIGINT, revoked_at BIGINT)");
          // Not in the table of a database that an earlier version has kept.
          handle.execute("ALTER TABLE stored_key ADD COLUMN IF NOT EXISTS name VARCHAR(100)");
          handle.execute("ALTER TABLE stored_key ADD COLUMN IF NOT EXISTS last_used_at BIGINT");
          handle.execute("CREATE INDEX IF NOT EXISTS stored_key_person ON stored_key (person_id)");
        });
  }

  Optional<StoredCredential> find(Kind kind, String presented) {
    int secretAt = presented.indexOf('_', kind.prefix().length());
    if (!presented.startsWith(kind.prefix()) || secretAt < 0) {
      return Optional.empty();
    }
    String id = presented.substring(kind.prefix().length(), secretAt);
    String secret = presented.substring(secretAt + 1);
    return byId(id)
        .filter(row -> row.kind() == kind && Secrets.fits(row.digest(), secret))
        .map(Row::credential);
  }

  /** The key that is nothing but this number. */
  Optional<StoredCredential> findNumbered(String presented) {
    return byId(presented.substring(Kind.NUMBERED_KEY.prefix().length()))
        .filter(row -> row.kind() == Kind.NUMBERED_KEY)
        .map(Row::credential);
  }

  /** Puts one there that is nothing but this number, and returns it. */
  String addNumbered(int number, Person person, Instant issuedAt) {
    String id = "%06d".formatted(number);
    StoredCredential credential =
        new StoredCredential(id, person.id(), Action.scopes(), issuedAt, null, null, null, null);
    add(new Row(Kind.NUMBERED_KEY, credential, ""));
    return Kind.NUMBERED_KEY.prefix() + id;
  }

  /** Issues one and returns it in full, for the only time. */
  String issue(Kind kind, Person person, Instant now, @Nullable Instant expiresAt) {
    return issue(
        kind,
        new StoredCredential(
            newId(), person.id(), Action.scopes(), now, expiresAt, null, null, null));
  }

  /** Issues one of which this is stored, and returns it in full, for the only time. */
  String issue(Kind kind, StoredCredential credential) {
    String secret = Secrets.lettersAndDigits(SECRET_LENGTH);
    add(new Row(kind, credential, Secrets.digest(secret)));
    return kind.prefix() + credential.id() + "_" + secret;
  }

  /** The public part of one that is about to be issued. */
  static String newId() {
    return Secrets.lettersAndDigits(ID_LENGTH);
  }

  /** Those of this kind that were issued to this person, the newest first. */
  List<StoredCredential> of(Kind kind, String personId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    COLUMNS + "WHERE person_id = :person AND kind = :kind ORDER BY created_at DESC")
                .bind("person", personId)
                .bind("kind", kind.name())
                .map((rs, ctx) -> row(rs).credential())
                .list());
  }

  /** Notes that one was of use, unless that was noted since {@code unlessSince}. */
  void used(String id, Instant now, Instant unlessSince) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE stored_key SET last_used_at = ?"
                    + " WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                now.toEpochMilli(),
                id,
                unlessSince.toEpochMilli()));
  }

  void delete(String id) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM stored_key WHERE id = ?", id));
  }

  void revoke(String id, Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE stored_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                now.toEpochMilli(),
                id));
  }

  List<Row> all() {
    return jdbi.withHandle(handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> row(rs)).list());
  }

  void add(Row row) {
    StoredCredential credential = row.credential();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO stored_key (kind, id, digest, person_id, scopes, created_at, expires_at, revoked_at,"
                    + " name, last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.kind().name(),
                credential.id(),
                row.digest(),
                credential.personId(),
                String.join(" ", new TreeSet<>(credential.scopes())),
                credential.createdAt().toEpochMilli(),
                millis(credential.expiresAt()),
                millis(credential.revokedAt()),
                credential.name(),
                millis(credential.lastUsedAt())));
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM stored_key"));
  }

  private Optional<Row> byId(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", id)
                .map((rs, ctx) -> row(rs))
                .findOne());
  }

  private static Row row(ResultSet rs) throws SQLException {
    StoredCredential credential =
        new StoredCredential(
            rs.getString("id"),
            rs.getString("person_id"),
            SpacedWords.in(rs.getString("scopes")),
            Instant.ofEpochMilli(rs.getLong("created_at")),
            instant(rs.getObject("expires_at", Long.class)),
            instant(rs.getObject("revoked_at", Long.class)),
            rs.getString("name"),
            instant(rs.getObject("last_used_at", Long.class)));
    return new Row(Kind.valueOf(rs.getString("kind")), credential, rs.getString("digest"));
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
