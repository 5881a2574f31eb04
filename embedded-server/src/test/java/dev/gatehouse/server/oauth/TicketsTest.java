package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.MovableClock;
import dev.gatehouse.server.oauth.Tickets.Kind;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is handed out as a secret is kept by its digest, so many and so long. */
final class TicketsTest {
  private static final Kind<String> NOTE =
      new Kind<>("note_", String.class, Duration.ofMinutes(1), 10);
  private static final Kind<String> OTHER =
      new Kind<>("other_", String.class, Duration.ofMinutes(1), 10);

  private final MovableClock clock = new MovableClock();
  private final Jdbi jdbi = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private final Tickets tickets = new Tickets(jdbi, clock);

  @Test
  void itIsFoundByItsSecretAndAsItsKindAlone() {
    String secret = tickets.issue(NOTE, "hello");

    assertThat(tickets.find(NOTE, secret).orElseThrow().content()).isEqualTo("hello");
    assertThat(tickets.find(OTHER, secret)).isEmpty();
    assertThat(tickets.find(NOTE, secret + "x")).isEmpty();
  }

  @Test
  void theSecretIsNotStored() {
    String secret = tickets.issue(NOTE, "hello");

    String stored =
        jdbi.withHandle(
            handle ->
                handle.createQuery("SELECT digest FROM oauth_ticket").mapTo(String.class).one());
    assertThat(secret).doesNotContain(stored);
  }

  @Test
  void itIsUsedUpOnce() {
    Ticket<String> ticket = tickets.find(NOTE, tickets.issue(NOTE, "hello")).orElseThrow();

    assertThat(tickets.use(ticket)).isTrue();
    assertThat(tickets.use(ticket)).isFalse();
  }

  @Test
  void itIsGoodUntilItsEnd() {
    Ticket<String> ticket = tickets.find(NOTE, tickets.issue(NOTE, "hello")).orElseThrow();
    assertThat(tickets.isCurrent(ticket)).isTrue();

    clock.advance(NOTE.lifetime());

    assertThat(tickets.isCurrent(ticket)).isFalse();
  }

  @Test
  void onlySoManyAreKept() {
    String first = tickets.issue(NOTE, "first");
    for (int i = 0; i < 120; i++) {
      clock.advance(Duration.ofMillis(1));
      tickets.issue(NOTE, "another");
    }

    assertThat(tickets.find(NOTE, first)).isEmpty();
    int kept =
        jdbi.withHandle(
            handle ->
                handle.createQuery("SELECT COUNT(*) FROM oauth_ticket").mapTo(Integer.class).one());
    assertThat(kept).isLessThanOrEqualTo(10 + 50);
  }

  @Test
  void oneSecretIsStoredOnce() {
    assertThat(tickets.storeIfNew(NOTE, "a secret", "first")).isTrue();
    assertThat(tickets.storeIfNew(NOTE, "a secret", "second")).isFalse();
    assertThat(tickets.find(NOTE, "a secret").orElseThrow().content()).isEqualTo("first");
  }
}
