package dev.gatehouse.desktop.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was sent is kept, the newest of it, and found again. */
final class HistoryTest {
  private static HistoryEntry add(History history, String method, String path, int status) {
    Draft call = new Draft(method, "http://127.0.0.1:1" + path, List.of(), new byte[0]);
    return history.add("jwt", Map.of(), call, new Exchange(List.of(hop(call, status, 10))));
  }

  private static Hop hop(Draft call, int status, int size) {
    ExchangeRecord record =
        new ExchangeRecord(
            "1",
            Instant.EPOCH,
            1,
            new ExchangeRecord.RequestLine("GET", "/", "HTTP/1.1", List.of()),
            Verification.begin(weakness -> false)
                .run(
                    List.of(
                        Check.<String>check(
                            "jwt.signature",
                            "Is it signed?",
                            "RFC 7515 §5.2",
                            s -> Finding.of(status == 200, "a", "b"))),
                    "")
                .concludeWithNobody(),
            Decision.notReached("a", "b"),
            new ExchangeRecord.StatusLine(status, List.of()));
    return new Hop(
        "test",
        Instant.EPOCH,
        call,
        new byte[0],
        status,
        "",
        List.of(),
        new byte[0],
        new byte[size],
        Duration.ZERO,
        null,
        record);
  }

  @Test
  void theNewestComesFirst() {
    History history = new History();
    add(history, "GET", "/a", 200);
    add(history, "GET", "/b", 200);
    assertThat(history.all()).extracting(HistoryEntry::target).containsExactly("/b", "/a");
  }

  @Test
  void theOldestMakesRoom() {
    History history = new History(2, 1_000);
    IntStream.range(0, 5).forEach(i -> add(history, "GET", "/" + i, 200));
    assertThat(history.all()).extracting(HistoryEntry::target).containsExactly("/4", "/3");
  }

  @Test
  void largeAnswersMakeRoomTooButTheNewestStays() {
    History history = new History(10, 25);
    IntStream.range(0, 5).forEach(i -> add(history, "GET", "/" + i, 200));
    assertThat(history.all()).extracting(HistoryEntry::target).containsExactly("/4", "/3");
    assertThat(new History(10, 5).add("none", Map.of(), call(), exchange(100)).number()).isOne();
  }

  private static Draft call() {
    return new Draft("GET", "http://127.0.0.1/", List.of(), new byte[0]);
  }

  private static Exchange exchange(int size) {
    return new Exchange(List.of(hop(call(), 200, size)));
  }

  @Test
  void everyWordHasToOccur() {
    History history = new History();
    add(history, "GET", "/calendars?x=y", 200);
    add(history, "POST", "/calendars", 401);
    assertThat(history.search("")).hasSize(2);
    assertThat(history.search(" calendars  post ")).hasSize(1);
    assertThat(history.search("401"))
        .extracting(HistoryEntry::target)
        .containsExactly("/calendars");
    assertThat(history.search("X=Y JWT")).hasSize(1);
    assertThat(history.search("jwt.signature")).hasSize(1);
    assertThat(history.search("delete")).isEmpty();
  }

  @Test
  void listenersHearOfWhatIsNew() {
    History history = new History();
    List<HistoryEntry> heard = new ArrayList<>();
    history.listen(heard::add);
    HistoryEntry entry = add(history, "GET", "/", 200);
    history.unlisten(heard::add);
    assertThat(heard).containsExactly(entry);
  }
}
