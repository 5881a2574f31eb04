package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A response can be read before the server has written down what it did. */
final class LoggedRecordsTest {
  private final ExchangeLog log = new ExchangeLog(10, 0);

  private static ExchangeRecord record(String id) {
    return new ExchangeRecord(
        id,
        Instant.EPOCH,
        1,
        new ExchangeRecord.RequestLine("GET", "/", "HTTP/1.1", List.of()),
        Verification.begin(weakness -> false).concludeWithNobody(),
        Decision.notReached("a", "b"),
        new ExchangeRecord.StatusLine(200, List.of()));
  }

  @Test
  void aRecordThatIsThereIsFound() throws InterruptedException {
    String id = log.newId();
    log.add(record(id));
    assertThat(new LoggedRecords(log, Duration.ZERO).find(id)).isPresent();
  }

  @Test
  void aRecordThatComesLaterIsWaitedFor() throws InterruptedException {
    String id = log.newId();
    CompletableFuture<Void> later = CompletableFuture.runAsync(() -> log.add(record(id)));
    assertThat(new LoggedRecords(log, Duration.ofSeconds(30)).find(id)).isPresent();
    later.join();
  }

  @Test
  void aRecordThatNeverComesIsNotWaitedForForever() throws InterruptedException {
    assertThat(new LoggedRecords(log, Duration.ofMillis(10)).find(log.newId())).isEmpty();
  }
}
