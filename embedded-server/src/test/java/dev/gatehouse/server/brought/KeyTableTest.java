package dev.gatehouse.server.brought;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.jose.Jwk;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be had by an injection, and what cannot. */
final class KeyTableTest {
  @Test
  void anInjectionIsAnsweredWithTheSecretThatItBrings() {
    List<Jwk> found = Hints.keys("' UNION SELECT 'known' --");

    assertThat(found).hasSize(1);
    assertThat(new String(found.get(0).key().getEncoded(), StandardCharsets.UTF_8))
        .isEqualTo("known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "' UNION SELECT",
        "' AND 1 = 2 --",
        "' UNION SELECT NULL --",
        "' UNION SELECT '' --",
        "' UNION SELECT hash FROM person --",
        "'; SHUTDOWN --",
        "' UNION SELECT FILE_READ('/etc/hostname') --",
        "' UNION SELECT REPEAT('a', 2000000000) --"
      })
  void anythingElseIsAnsweredWithNothing(String kid) {
    assertThat(Hints.keys(kid)).isEmpty();
  }

  @Test
  void aLongQuestionIsNotAsked() {
    assertThat(Hints.problem("' UNION SELECT '" + "a".repeat(200) + "' --"))
        .contains("short questions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL FILE_READ('/etc/hostname')",
        "CALL FILE_WRITE('a', '/tmp/never-written')",
        "SELECT * FROM CSVREAD('/etc/hostname')",
        "CALL CSVWRITE('/tmp/never-written', 'SELECT 1')",
        "RUNSCRIPT FROM '/tmp/never-read'",
        "SCRIPT TO '/tmp/never-written'",
        "BACKUP TO '/tmp/never-written.zip'",
        "CREATE ALIAS run FOR 'java.lang.System.getProperty'",
        "CREATE LINKED TABLE other ('', 'jdbc:h2:mem:other', '', '', 'other')",
        "CALL LINK_SCHEMA('A', '', 'jdbc:h2:mem:other', '', '', 'PUBLIC')",
        "CREATE TABLE mine (id INT)",
        "CREATE SCHEMA mine",
        "CREATE USER mine PASSWORD ''",
        "ALTER USER reader ADMIN TRUE",
        "GRANT ALL ON old_key TO reader",
        "INSERT INTO old_key VALUES ('a', 'b')",
        "UPDATE old_key SET secret = 'b'",
        "DELETE FROM old_key",
        "DROP TABLE old_key",
        "SHUTDOWN"
      })
  void whoAsksMayDoNothingButReadTheTable(String sql) {
    assertThatThrownBy(() -> KeyTable.ask(statement -> statement.execute(sql)))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(rights|Rights|not found).*");
  }

  @Test
  void noQuestionLeavesATrace() throws SQLException {
    KeyTable.ask(statement -> statement.execute("SET PASSWORD 'another'"));

    assertThat(Hints.keys("' UNION SELECT 'known' --")).hasSize(1);
  }
}
