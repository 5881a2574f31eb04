package dev.gatehouse.desktop.repeat;

import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request of a series.
 *
 * @param number counts from 1 in the order of sending
 * @param value what stood in the marked places; empty if nothing is marked
 * @param status the status code, or 0 if no answer came
 * @param words the reason phrase, or why no answer came
 * @param stoppedBy the check or rule that refused it, for example {@code basic.password}; empty if
 *     none did or the server does not say
 * @param length the bytes of the answer's body
 * @param took from the first byte sent to the last byte read
 * @param exchange everything that was sent and received; null if nothing was, or if so much is kept
 *     already that this was not
 */
public record Attempt(
    int number,
    String value,
    int status,
    String words,
    String stoppedBy,
    int length,
    Duration took,
    @Nullable Exchange exchange) {

  /** What came of one that was sent. */
  static Attempt of(int number, String value, Exchange exchange) {
    Hop hop = exchange.last();
    return new Attempt(
        number,
        value,
        hop.status(),
        hop.status() == 0 ? String.valueOf(hop.error()) : hop.reason(),
        Optional.ofNullable(hop.record()).flatMap(ExchangeRecord::stoppedBy).orElse(""),
        hop.body().length,
        hop.took(),
        exchange);
  }

  /** One that could not be sent. */
  static Attempt unsent(int number, String value, String why) {
    return new Attempt(number, value, 0, why, "", 0, Duration.ZERO, null);
  }

  /** Whether it got what it asked for. */
  public boolean letIn() {
    return status >= 200 && status < 400;
  }

  /** The same without everything that was sent and received. */
  public Attempt light() {
    return new Attempt(number, value, status, words, stoppedBy, length, took, null);
  }

  /** How many bytes of messages it keeps. */
  public long bytes() {
    return exchange == null
        ? 0
        : exchange.hops().stream()
            .mapToLong(
                hop ->
                    (long) hop.rawRequest().length
                        + hop.body().length
                        + hop.rawResponse().length
                        + hop.request().body().length)
            .sum();
  }
}
