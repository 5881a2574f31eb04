package dev.gatehouse.server.brought;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The secret that a statement of SQL finds into which the {@code kid} of a token was pasted. The
 * table is in a database of its own, in memory, made for this one statement, with nothing in it
 * that is worth having, and the one who asks may do nothing but read it.
 */
final class KeyTable {
  /**
   * One statement without brackets, so that no function can be called in it: a real injection could
   * keep the processor busy or fill the memory, and this one is for looking at.
   */
  private static final Pattern HARMLESS = Pattern.compile("[^;()]{1,200}");

  private static final int PATIENCE_SECONDS = 1;

  /** What is asked of the table. */
  @FunctionalInterface
  interface Question<T> {
    /** Asks, with the rights of one who may only read. */
    T ask(Statement statement) throws SQLException;
  }

  private KeyTable() {}

  static List<Jwk> of(CompactJws token) throws JoseException {
    String kid = KeyHint.kid(token);
    if (!HARMLESS.matcher(kid).matches()) {
      throw new JoseException("the table of keys answers short questions without ; ( and ) alone");
    }
    List<Jwk> found = new ArrayList<>();
    for (String secret : secrets("SELECT secret FROM old_key WHERE kid = '" + kid + "'")) {
      found.add(KeyFile.secret(secret.getBytes(StandardCharsets.UTF_8)));
    }
    return found;
  }

  private static List<String> secrets(String sql) throws JoseException {
    try {
      return ask(
          statement -> {
            ResultSet rows = statement.executeQuery(sql);
            return rows.next() && rows.getString(1) != null
                ? List.of(rows.getString(1))
                : List.of();
          });
    } catch (SQLException refused) {
      throw new JoseException("the table of keys cannot be asked this");
    }
  }

  /**
   * Asks a table that is made for it.
   *
   * @throws SQLException if the question is none, or asks for what the asker may not do
   */
  static <T> T ask(Question<T> question) throws SQLException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    String password = UUID.randomUUID().toString();
    try (Connection owner = DriverManager.getConnection(url, "owner", password)) {
      try (Statement making = owner.createStatement()) {
        making.execute("CREATE TABLE old_key (kid VARCHAR(64), secret VARCHAR(200))");
        making.execute("INSERT INTO old_key VALUES ('old-1', '" + UUID.randomUUID() + "')");
        making.execute("CREATE USER reader PASSWORD '" + password + "'");
        making.execute("GRANT SELECT ON old_key TO reader");
      }
      try (Connection reader = DriverManager.getConnection(url, "reader", password);
          Statement statement = reader.createStatement()) {
        statement.setMaxRows(1);
        statement.setQueryTimeout(PATIENCE_SECONDS);
        return question.ask(statement);
      }
    }
  }
}
