package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Verification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A response can be read before the server has written down what it did. */
final class LoggedRecordsTest {
  private static final String OURS = "http://localhost:8085/me";

  private final ExchangeLog log = new ExchangeLog(10, 0);

  private LoggedRecords records(Duration patience) {
    return new LoggedRecords(log, List.of(URI.create("http://127.0.0.1:8085")), patience);
  }

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
    assertThat(records(Duration.ZERO).find(OURS, id)).isPresent();
  }

  @Test
  void aRecordThatComesLaterIsWaitedFor() throws InterruptedException {
    String id = log.newId();
    CompletableFuture<Void> later = CompletableFuture.runAsync(() -> log.add(record(id)));
    assertThat(records(Duration.ofSeconds(30)).find(OURS, id)).isPresent();
    later.join();
  }

  @Test
  void aForeignServersIdentifierIsNeverTakenForOneOfOurs() throws InterruptedException {
    String id = log.newId();
    log.add(record(id));
    LoggedRecords records = records(Duration.ofDays(1));
    assertThat(records.find("http://example.org:8085/me", id)).isEmpty();
    assertThat(records.find("http://127.0.0.1:9999/me", id)).isEmpty();
    assertThat(records.find("http://example.org/", log.newId())).isEmpty();
  }

  @Test
  void aRecordThatNeverComesIsNotWaitedForForever() throws InterruptedException {
    assertThat(records(Duration.ofMillis(10)).find(OURS, log.newId())).isEmpty();
  }
}
