package dev.gatehouse.server.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Signed tokens that were taken back before their time (RFC 7009). Each is remembered only until it
 * would have expired anyway, so the table does not grow without end.
 */
final class RevokedTokens {
  private final Jdbi jdbi;
  private final Clock clock;
  private final Recent<Boolean> recent = new Recent<>();

  RevokedTokens(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS revoked_token (jti_digest VARCHAR(64) PRIMARY KEY, until BIGINT NOT NULL)");
          handle.execute("CREATE INDEX IF NOT EXISTS revoked_token_until ON revoked_token (until)");
        });
  }

  boolean contains(String jti) {
    return recent.find(jti, this::read).orElseThrow();
  }

  private Optional<Boolean> read(String jti) {
    return Optional.of(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT 1 FROM revoked_token WHERE jti_digest = :jti")
                    .bind("jti", Secrets.digest(jti))
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent()));
  }

  void add(String jti, Instant until) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("DELETE FROM revoked_token WHERE until < ?", clock.millis());
          handle.execute("DELETE FROM revoked_token WHERE jti_digest = ?", Secrets.digest(jti));
          handle.execute(
              "INSERT INTO revoked_token (jti_digest, until) VALUES (?, ?)",
              Secrets.digest(jti),
              until.toEpochMilli());
        });
    recent.forget();
  }

  int size() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM revoked_token").mapTo(Integer.class).one());
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM revoked_token"));
    recent.forget();
  }
}
