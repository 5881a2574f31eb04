package dev.gatehouse.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExchangeLogTest {
  private final ExchangeLog log = new ExchangeLog(3, 1_800_000_000L);

  @Test
  void anExchangeIsFoundByItsIdentifier() {
    String id = add();

    assertThat(log.find(id)).map(ExchangeRecord::id).contains(id);
    assertThat(log.find("something else")).isEmpty();
    assertThat(log.find(id + "0")).isEmpty();
  }

  @Test
  void theOldestMakesRoomWhenTheLogIsFull() {
    String oldest = add();
    List<String> newest = List.of(add(), add(), add());

    assertThat(log.find(oldest)).isEmpty();
    assertThat(log.after(null, 10))
        .extracting(ExchangeRecord::id)
        .containsExactlyElementsOf(newest);
  }

  @Test
  void whatCameAfterAnExchangeIsListedInOrderOfArrival() {
    String first = add();
    String second = add();
    String third = add();

    assertThat(log.after(first, 10)).extracting(ExchangeRecord::id).containsExactly(second, third);
    assertThat(log.after(first, 1)).extracting(ExchangeRecord::id).containsExactly(second);
    assertThat(log.after(third, 10)).isEmpty();
  }

  @Test
  void identifiersSortInTheOrderOfArrival() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ids.add(log.newId());
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aListenerHearsOfEachExchangeUntilItStopsListening() {
    List<String> heard = new ArrayList<>();
    java.util.function.Consumer<ExchangeRecord> listener = exchange -> heard.add(exchange.id());
    log.listen(listener);
    String id = add();
    log.unlisten(listener);
    add();

    assertThat(heard).containsExactly(id);
  }

  private String add() {
    String id = log.newId();
    log.add(
        new ExchangeRecord(
            id,
            Instant.EPOCH,
            1,
            new ExchangeRecord.RequestLine("GET", "/me", "HTTP/1.1", List.of()),
            Verification.begin(w -> false).concludeWithNobody(),
            Decision.notReached("me:read", "me"),
            new ExchangeRecord.StatusLine(401, List.of())));
    return id;
  }
}
