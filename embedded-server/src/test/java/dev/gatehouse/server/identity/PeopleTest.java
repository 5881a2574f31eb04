package dev.gatehouse.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

final class PeopleTest {
  @Test
  void lookingUpAHashCostsTheSameForSomebodyAndForNobody() {
    Jdbi jdbi = DemoIdentity.database("people");
    People people = new People(jdbi);
    people.add(
        new People.Row(0, new Person("ada", "Ada", "ada@example.com", Set.of()), "hash", "former"));
    AtomicInteger statements = counted(jdbi);

    people.find("ada");
    statements.set(0);
    assertThat(people.password("ada")).contains(new StoredPassword("ada", "hash", "former"));
    int forSomebody = statements.getAndSet(0);
    assertThat(people.password("nobody")).isEmpty();

    assertThat(statements).hasValue(forSomebody);
  }

  private static AtomicInteger counted(Jdbi jdbi) {
    AtomicInteger statements = new AtomicInteger();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            statements.incrementAndGet();
          }
        });
    return statements;
  }
}
