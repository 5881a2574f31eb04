package dev.gatehouse.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that have logged in. An identifier is 256 random bits and is stored as its digest, which
 * is also what finds it: how long that lookup takes tells nothing about the identifier itself. Safe
 * for use by many threads.
 */
public final class Sessions {
  /** How long a session lasts without being used. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** How long a session lasts at most. */
  public static final Duration LIFETIME = Duration.ofHours(12);

  /** How many sessions one person can have; beginning one more drops the oldest. */
  public static final int PER_PERSON = 50;

  /**
   * A use is written down only if the last one is older, so that a busy caller does not write with
   * each call.
   */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final Clock clock;

  Sessions(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS login_session (id_digest VARCHAR(64) PRIMARY KEY, csrf_digest VARCHAR(64) NOT"
                  + " NULL, person_id VARCHAR(255) NOT NULL, created_at BIGINT NOT NULL, idle_until BIGINT NOT NULL,"
                  + " ends_at BIGINT NOT NULL, ended_at BIGINT, methods VARCHAR(64) NOT NULL DEFAULT 'pwd')");
          // A database that was kept from before there were second factors.
          handle.execute(
              "ALTER TABLE login_session ADD COLUMN IF NOT EXISTS methods VARCHAR(64) NOT NULL DEFAULT 'pwd'");
          handle.execute(
              "CREATE INDEX IF NOT EXISTS login_session_ends ON login_session (ends_at)");
          handle.execute(
              "CREATE INDEX IF NOT EXISTS login_session_person ON login_session (person_id, created_at)");
        });
  }

  /**
   * Begins a session for a person who has just proved who they are.
   *
   * @param methods how they did (RFC 8176)
   */
  public Session.Begun begin(String personId, Set<String> methods) {
    Instant now = clock.instant();
    String id = Secrets.bits256();
    String csrfToken = Secrets.bits256();
    Session session =
        new Session(
            personId,
            methods,
            now,
            now.plus(IDLE),
            now.plus(LIFETIME),
            null,
            Secrets.digest(id),
            Secrets.digest(csrfToken));
    prune(personId, now);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO login_session (id_digest, csrf_digest, person_id, created_at, idle_until, ends_at,"
                    + " methods) VALUES (?, ?, ?, ?, ?, ?, ?)",
                session.idDigest(),
                session.csrfDigest(),
                personId,
                now.toEpochMilli(),
                session.idleUntil().toEpochMilli(),
                session.endsAt().toEpochMilli(),
                String.join(" ", session.methods())));
    return new Session.Begun(id, csrfToken, session);
  }

  /** The session with this identifier, whether or not it is still good. */
  public Optional<Session> find(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM login_session WHERE id_digest = :id")
                .bind("id", Secrets.digest(id))
                .map((rs, ctx) -> session(rs))
                .findOne());
  }

  /** Notes that a session was used just now: its idle time starts again. */
  public void used(Session session) {
    Instant idleUntil = clock.instant().plus(IDLE);
    if (idleUntil.isAfter(session.idleUntil().plus(NOTED_EVERY))) {
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "UPDATE login_session SET idle_until = ? WHERE id_digest = ? AND ended_at IS NULL",
                  idleUntil.toEpochMilli(),
                  session.idDigest()));
    }
  }

  /**
   * Ends a session. It is kept as ended until it would have expired, so that a replay is recognised
   * as one.
   */
  public void end(Session session) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE login_session SET ended_at = ? WHERE id_digest = ? AND ended_at IS NULL",
                clock.millis(),
                session.idDigest()));
  }

  /** How many are stored, those included that have ended. */
  public int size() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM login_session").mapTo(Integer.class).one());
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM login_session"));
  }

  private void prune(String personId, Instant now) {
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM login_session WHERE ends_at < ?", now.toEpochMilli());
          handle.execute(
              "DELETE FROM login_session WHERE id_digest IN (SELECT id_digest FROM login_session WHERE person_id = ?"
                  + " ORDER BY created_at DESC OFFSET ? ROWS)",
              personId,
              PER_PERSON - 1);
        });
  }

  private static Session session(ResultSet rs) throws SQLException {
    @Nullable Long endedAt = rs.getObject("ended_at", Long.class);
    return new Session(
        rs.getString("person_id"),
        People.words(rs.getString("methods")),
        Instant.ofEpochMilli(rs.getLong("created_at")),
        Instant.ofEpochMilli(rs.getLong("idle_until")),
        Instant.ofEpochMilli(rs.getLong("ends_at")),
        endedAt == null ? null : Instant.ofEpochMilli(endedAt),
        rs.getString("id_digest"),
        rs.getString("csrf_digest"));
  }
}
