package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.Optional;

/**
 * Where the server's record of an exchange is found, so that it can be shown beside the response.
 */
@FunctionalInterface
public interface RecordSource {
  /** For servers that do not say what they did. */
  RecordSource NONE = (url, id) -> Optional.empty();

  /**
   * The record of this exchange. May wait a moment for it.
   *
   * @param url where the request went
   * @param exchangeId the value of the {@code Exchange-Id} response header
   */
  Optional<ExchangeRecord> find(String url, String exchangeId) throws InterruptedException;
}
