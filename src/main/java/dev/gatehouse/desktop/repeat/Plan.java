package dev.gatehouse.desktop.repeat;

import java.time.Duration;
import java.util.List;

/**
 * How a request is repeated.
 *
 * @param values what is put into the marked places, one after the other; empty to send the request
 *     as it is
 * @param times how often each of them is sent; at least 1
 * @param pause how long to wait after each answer
 * @param atOnce how many are under way at the same time at most; at least 1
 * @param untilLetIn whether it ends with the first that is let in
 */
public record Plan(List<String> values, int times, Duration pause, int atOnce, boolean untilLetIn) {
  /** How many requests there can be in one go, so that a table of them stays one to look at. */
  public static final int MOST = 100_000;

  public Plan {
    values = List.copyOf(values);
    if (times < 1 || atOnce < 1 || pause.isNegative()) {
      throw new IllegalArgumentException("a request is sent at least once");
    }
  }

  /** One request for each of these values, one after the other. */
  public static Plan of(List<String> values) {
    return new Plan(values, 1, Duration.ZERO, 1, false);
  }

  /** How many requests that makes. */
  public int count() {
    return (int) Math.min(MOST, Math.max(1L, values.size()) * times);
  }

  /**
   * What is put into the marked places of one of them.
   *
   * @param index counts from 0
   */
  String value(int index) {
    return values.isEmpty() ? "" : values.get(index / times);
  }
}
