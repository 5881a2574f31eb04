package dev.gatehouse.desktop.attack.crack;

import java.time.Duration;
import java.util.Locale;

/**
 * How far something has come that tries one after the other.
 *
 * @param tried how many were tried
 * @param of how many there are
 * @param took how long that has taken
 */
public record Progress(long tried, long of, Duration took) {
  private static final long MILLION = 1_000_000;

  /** How many are tried in a second. */
  public long perSecond() {
    return Math.round(tried * 1e9 / Math.max(1, took.toNanos()));
  }

  /** For people: {@code 12,000 of 30,000, 1.2 million a second}. */
  public String words() {
    return number(tried) + " of " + number(of) + ", " + rate();
  }

  /** For people: {@code 1.2 million a second}. */
  public String rate() {
    long rate = perSecond();
    String count =
        rate < MILLION
            ? number(rate)
            : String.format(Locale.ROOT, "%.1f million", rate / (double) MILLION);
    return count + " a second";
  }

  /** For people: {@code 30,000}. */
  public static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
