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
  void whatCameAfterAnExchangeIsListedInTheOrderInWhichItEnded() {
    String first = add();
    String second = add();
    String third = add();

    assertThat(log.after(first, 10)).extracting(ExchangeRecord::id).containsExactly(second, third);
    assertThat(log.after(first, 1)).extracting(ExchangeRecord::id).containsExactly(second);
    assertThat(log.after(third, 10)).isEmpty();
  }

  @Test
  void whoHasSeenAFastExchangeStillGetsToSeeASlowOneThatBeganBefore() {
    String slow = log.newId();
    String fast = add();
    add(slow);

    assertThat(log.after(fast, 10)).extracting(ExchangeRecord::id).containsExactly(slow);
  }

  @Test
  void aListenerThatFailsIsNobodyElsesTrouble() {
    List<String> heard = new ArrayList<>();
    log.listen(
        exchange -> {
          throw new IllegalStateException();
        });
    log.listen(exchange -> heard.add(exchange.id()));

    assertThat(List.of(add(), add())).isEqualTo(heard);
  }

  @Test
  void aClearedLogGoesOnWithWhatComesNext() {
    String before = add();
    log.clear();
    String next = add();

    assertThat(log.find(before)).isEmpty();
    assertThat(log.after(before, 10)).extracting(ExchangeRecord::id).containsExactly(next);
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
    return add(log.newId());
  }

  private String add(String id) {
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
