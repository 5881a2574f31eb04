package dev.gatehouse.server.identity;

import dev.gatehouse.server.scram.ScramException;
import dev.gatehouse.server.scram.ScramKeys;
import dev.gatehouse.server.scram.ScramVerifier;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of passwords for SCRAM. Of people who do not exist it says something too, and the
 * same each time: by the salt nobody learns who is known here (RFC 5802 §9).
 */
final class ScramSecrets {
  /** RFC 7677 §4 asks for 4,096 at least. */
  static final int ITERATIONS = 15_000;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final String COLUMNS =
      "SELECT person_id, salt, iterations, stored_key, server_key FROM scram_secret ";

  private final Jdbi jdbi;
  private byte @Nullable [] keyOfNobody;

  ScramSecrets(Jdbi jdbi) {
    this.jdbi = jdbi;
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "CREATE TABLE IF NOT EXISTS scram_secret (person_id VARCHAR(255) PRIMARY KEY,"
                  + " salt BINARY VARYING(64) NOT NULL, iterations INTEGER NOT NULL,"
                  + " stored_key BINARY VARYING(64) NOT NULL, server_key BINARY VARYING(64) NOT NULL)");
          handle.execute(
              "CREATE TABLE IF NOT EXISTS scram_nobody (salt_key BINARY VARYING(64) NOT NULL)");
        });
  }

  /** What is stored of this person; something made up if there is none. */
  ScramSecret of(String name) {
    Optional<ScramSecret> stored =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(COLUMNS + "WHERE person_id = :name")
                    .bind("name", name)
                    .map((rs, ctx) -> row(rs))
                    .findOne());
    // Made up in any case, so that it takes as long for those who are known.
    ScramSecret madeUp = ofNobody(name);
    return stored.orElse(madeUp);
  }

  /**
   * Stores what is needed of this password. Takes some milliseconds.
   *
   * @throws IllegalArgumentException if it has a character that must not be in a password
   */
  void store(String personId, String password) {
    byte[] salt = Secrets.randomBytes(SALT_BYTES);
    try {
      ScramVerifier verifier = ScramKeys.derive(password, salt, ITERATIONS).verifier();
      add(new ScramSecret(personId, true, salt, ITERATIONS, verifier));
    } catch (ScramException prohibited) {
      throw new IllegalArgumentException(prohibited);
    }
  }

  List<ScramSecret> all() {
    return jdbi.withHandle(handle -> handle.createQuery(COLUMNS).map((rs, ctx) -> row(rs)).list());
  }

  void add(ScramSecret secret) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "MERGE INTO scram_secret (person_id, salt, iterations, stored_key, server_key)"
                    + " KEY (person_id) VALUES (?, ?, ?, ?, ?)",
                secret.personId(),
                secret.salt(),
                secret.iterations(),
                secret.verifier().storedKey(),
                secret.verifier().serverKey()));
  }

  void clear() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM scram_secret"));
  }

  private static ScramSecret row(ResultSet rs) throws SQLException {
    return new ScramSecret(
        rs.getString("person_id"),
        true,
        rs.getBytes("salt"),
        rs.getInt("iterations"),
        new ScramVerifier(rs.getBytes("stored_key"), rs.getBytes("server_key")));
  }

  private ScramSecret ofNobody(String name) {
    byte[] salt = Arrays.copyOf(keyed("salt of " + name), SALT_BYTES);
    ScramVerifier verifier =
        new ScramVerifier(keyed("stored key of " + name), keyed("server key of " + name));
    return new ScramSecret(name, false, salt, ITERATIONS, verifier);
  }

  private byte[] keyed(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keyOfNobody(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
    }
  }

  /**
   * Kept with the data: a salt that differs after a new start was made up, or its person is new.
   */
  private synchronized byte[] keyOfNobody() {
    byte[] key = keyOfNobody;
    if (key == null) {
      key =
          jdbi.inTransaction(
              handle -> {
                Optional<byte[]> kept =
                    handle
                        .createQuery("SELECT salt_key FROM scram_nobody")
                        .mapTo(byte[].class)
                        .findFirst();
                if (kept.isPresent()) {
                  return kept.get();
                }
                byte[] made = Secrets.randomBytes(KEY_BYTES);
                handle.execute("INSERT INTO scram_nobody (salt_key) VALUES (?)", made);
                return made;
              });
      keyOfNobody = key;
    }
    return key;
  }
}
