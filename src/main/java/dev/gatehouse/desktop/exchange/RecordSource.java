package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.Optional;

/**
 * Where the server's record of an exchange is found, so that it can be shown beside the response.
 */
@FunctionalInterface
public interface RecordSource {
  /** For servers that do not say what they did. */
  RecordSource NONE = id -> Optional.empty();

  /**
   * The record of this exchange. May wait a moment for it.
   *
   * @param exchangeId the value of the {@code Exchange-Id} response header
   */
  Optional<ExchangeRecord> find(String exchangeId) throws InterruptedException;
}
