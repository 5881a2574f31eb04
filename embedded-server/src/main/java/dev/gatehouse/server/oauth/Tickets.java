package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.identity.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * What is handed out as a random secret and found again by its digest: codes, refresh tokens, the
 * forms and cookies of browsers. Of each kind only so many are kept, and each only so long. Safe
 * for use by many threads.
 */
final class Tickets {
  /**
   * A kind of ticket.
   *
   * @param prefix what its secrets begin with, for example {@code gh_code_}
   * @param content what is kept with it
   * @param lifetime how long it is good for
   * @param most how many are kept; the oldest go first
   */
  record Kind<T>(String prefix, Class<T> content, Duration lifetime, int most) {}

  /**
   * What is stored of one.
   *
   * @param digest of its secret
   * @param owner what it belongs to and ends with; empty if nothing
   * @param content what it stands for
   * @param expiresAt until when it is good
   * @param usedAt when it was used up, or null
   */
  record Ticket<T>(
      String digest, String owner, T content, Instant expiresAt, @Nullable Instant usedAt) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PRUNED_EVERY = 50;

  /** How long after its end one can still be told from one that never was. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final Clock clock;
  private final AtomicInteger issued = new AtomicInteger();
  private volatile boolean made;

  Tickets(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Makes one that belongs to nothing, and returns its secret. */
  <T> String issue(Kind<T> kind, T content) {
    return issue(kind, "", content);
  }

  /** Makes one that belongs to something, and returns its secret. */
  <T> String issue(Kind<T> kind, String owner, T content) {
    String secret = kind.prefix() + Secrets.bits256();
    store(kind, secret, owner, content);
    return secret;
  }

  /** Makes one whose secret is given. */
  <T> void store(Kind<T> kind, String secret, String owner, T content) {
    if (issued.getAndIncrement() % PRUNED_EVERY == 0) {
      prune(kind);
    }
    Instant now = clock.instant();
    database()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO oauth_ticket (digest, kind, owner, content, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                    Secrets.digest(secret),
                    kind.prefix(),
                    owner,
                    written(content),
                    now.toEpochMilli(),
                    now.plus(kind.lifetime()).toEpochMilli()));
  }

  /**
   * Makes one whose secret is given, unless there is one already.
   *
   * @return whether there was none
   */
  <T> boolean storeIfNew(Kind<T> kind, String secret, T content) {
    try {
      store(kind, secret, "", content);
      return true;
    } catch (UnableToExecuteStatementException present) {
      if (find(kind, secret).isEmpty()) {
        throw present;
      }
      return false;
    }
  }

  /** The one with this secret; those that are used up or no longer good included. */
  <T> Optional<Ticket<T>> find(Kind<T> kind, String secret) {
    return withDigest(kind, Secrets.digest(secret));
  }

  /** The one whose secret has this digest. */
  <T> Optional<Ticket<T>> withDigest(Kind<T> kind, String digest) {
    return database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM oauth_ticket WHERE digest = :digest AND kind = :kind")
                    .bind("digest", digest)
                    .bind("kind", kind.prefix())
                    .map((rs, ctx) -> ticket(kind, rs))
                    .findOne());
  }

  /** All of a kind that belong to this. */
  <T> List<Ticket<T>> ownedBy(Kind<T> kind, String owner) {
    return database()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM oauth_ticket WHERE owner = :owner AND kind = :kind")
                    .bind("owner", owner)
                    .bind("kind", kind.prefix())
                    .map((rs, ctx) -> ticket(kind, rs))
                    .list());
  }

  /** Whether it is still good at this moment. */
  boolean isCurrent(Ticket<?> ticket) {
    return clock.instant().isBefore(ticket.expiresAt());
  }

  /** Uses one up. Of many at once only one succeeds. */
  boolean use(Ticket<?> ticket) {
    return database()
            .withHandle(
                handle ->
                    handle.execute(
                        "UPDATE oauth_ticket SET used_at = ? WHERE digest = ? AND used_at IS NULL",
                        clock.millis(),
                        ticket.digest()))
        == 1;
  }

  /** Keeps something else with it from now on. */
  <T> void change(Ticket<T> ticket, T content) {
    database()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE oauth_ticket SET content = ? WHERE digest = ?",
                    written(content),
                    ticket.digest()));
  }

  /** Forgets one. */
  void remove(Ticket<?> ticket) {
    database()
        .useHandle(
            handle -> handle.execute("DELETE FROM oauth_ticket WHERE digest = ?", ticket.digest()));
  }

  /** Forgets all. */
  void clear() {
    database().useHandle(handle -> handle.execute("DELETE FROM oauth_ticket"));
  }

  private void prune(Kind<?> kind) {
    database()
        .useHandle(
            handle -> {
              handle.execute(
                  "DELETE FROM oauth_ticket WHERE expires_at < ?",
                  clock.instant().minus(REMEMBERED).toEpochMilli());
              handle.execute(
                  "DELETE FROM oauth_ticket WHERE digest IN (SELECT digest FROM oauth_ticket WHERE kind = ?"
                      + " ORDER BY created_at DESC OFFSET ? ROWS)",
                  kind.prefix(),
                  kind.most());
            });
  }

  private Jdbi database() {
    if (!made) {
      makeTable();
    }
    return jdbi;
  }

  /** Makes the table when it is first needed: a server is up sooner without. */
  private synchronized void makeTable() {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS oauth_ticket (digest VARCHAR(64) PRIMARY KEY, kind VARCHAR(64) NOT NULL,"
                  + " owner VARCHAR(64) NOT NULL, content VARCHAR(200000) NOT NULL, created_at BIGINT NOT NULL,"
                  + " expires_at BIGINT NOT NULL, used_at BIGINT)");
          handle.execute(
              "CREATE INDEX IF NOT EXISTS oauth_ticket_kind ON oauth_ticket (kind, created_at)");
          handle.execute("CREATE INDEX IF NOT EXISTS oauth_ticket_owner ON oauth_ticket (owner)");
        });
    made = true;
  }

  private static <T> Ticket<T> ticket(Kind<T> kind, ResultSet rs) throws SQLException {
    @Nullable Long usedAt = rs.getObject("used_at", Long.class);
    return new Ticket<>(
        rs.getString("digest"),
        rs.getString("owner"),
        read(rs.getString("content"), kind.content()),
        Instant.ofEpochMilli(rs.getLong("expires_at")),
        usedAt == null ? null : Instant.ofEpochMilli(usedAt));
  }

  private static String written(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it cannot be written as JSON", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it cannot be read as " + type.getSimpleName(), e);
    }
  }
}
