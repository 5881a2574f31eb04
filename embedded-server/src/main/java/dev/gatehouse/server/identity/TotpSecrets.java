package dev.gatehouse.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The secrets behind one-time codes, and which code of each person was accepted last. */
public final class TotpSecrets {
  private static final String COLUMNS = "SELECT person_id, secret FROM totp_secret ";

  private final Jdbi jdbi;

  TotpSecrets(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE IF NOT EXISTS totp_secret (person_id VARCHAR(255) PRIMARY KEY,"
                    + " secret BINARY VARYING(64) NOT NULL, last_step BIGINT NOT NULL)"));
  }

  /** This person's secret, if they have one. */
  public Optional<TotpSecret> find(String personId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE person_id = :person")
                .bind("person", personId)
                .map((rs, ctx) -> row(rs))
                .findOne());
  }

  /**
   * Takes the code of this step, which can be done once: afterwards neither it nor an earlier one
   * is good (RFC 6238 §5.2). Of many at once one alone takes it.
   *
   * @return whether it was still to be had
   */
  public boolean use(String personId, long step) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "UPDATE totp_secret SET last_step = ? WHERE person_id = ? AND last_step < ?",
                    step,
                    personId,
                    step))
        == 1;
  }

  List<TotpSecret> all() {
    return jdbi.withHandle(handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> row(rs)).list());
  }

  void add(TotpSecret secret) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO totp_secret (person_id, secret, last_step) VALUES (?, ?, ?)",
                secret.personId(),
                secret.secret(),
                -1));
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM totp_secret"));
  }

  private static TotpSecret row(ResultSet rs) throws SQLException {
    return new TotpSecret(rs.getString("person_id"), rs.getBytes("secret"));
  }
}
