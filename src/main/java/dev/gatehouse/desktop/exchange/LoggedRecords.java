package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.ExchangeLog;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Records from the log of a server in this very process. A response may be read before the server
 * has put its record into the log, so this waits until it is there, though not for long.
 */
public final class LoggedRecords implements RecordSource {
  private final ExchangeLog log;
  private final Duration patience;

  /**
   * The records of this log.
   *
   * @param patience how long to wait at most for a record that is not there yet
   */
  public LoggedRecords(ExchangeLog log, Duration patience) {
    this.log = log;
    this.patience = patience;
  }

  @Override
  public Optional<ExchangeRecord> find(String exchangeId) throws InterruptedException {
    Optional<ExchangeRecord> there = log.find(exchangeId);
    return there.isPresent() ? there : await(exchangeId);
  }

  private Optional<ExchangeRecord> await(String exchangeId) throws InterruptedException {
    CompletableFuture<ExchangeRecord> arrival = new CompletableFuture<>();
    Consumer<ExchangeRecord> listener =
        exchange -> {
          if (exchange.id().equals(exchangeId)) {
            arrival.complete(exchange);
          }
        };
    log.listen(listener);
    try {
      // It may have come between the first look and the listening.
      log.find(exchangeId).ifPresent(arrival::complete);
      return Optional.of(arrival.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException neverCame) {
      return Optional.empty();
    } finally {
      log.unlisten(listener);
    }
  }
}
