package dev.gatehouse.desktop.credential;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as people say them. */
public final class HumanTime {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;
  private static final int YEAR = 365 * DAY;

  private HumanTime() {}

  /**
   * Both ways, for example {@code Tue 24 Nov 2026, 09:15:00, in 14 minutes}; empty if it is beyond
   * what a calendar knows.
   *
   * @param epochSecond a NumericDate (RFC 7519 §2)
   */
  public static Optional<String> of(double epochSecond, Instant now, ZoneId zone) {
    if (!(Math.abs(epochSecond) <= Instant.MAX.getEpochSecond())) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.ofEpochSecond((long) Math.floor(epochSecond));
      return Optional.of(DATE.format(time.atZone(zone)) + ", " + relative(time, now));
    } catch (DateTimeException beyondTheCalendar) {
      return Optional.empty();
    }
  }

  /** For example {@code in 14 minutes} or {@code 2 days ago}. */
  public static String relative(Instant time, Instant now) {
    long seconds = Duration.between(now, time).toSeconds();
    long amount = Math.abs(seconds);
    if (amount == 0) {
      return "now";
    }
    String words = words(amount);
    return seconds > 0 ? "in " + words : words + " ago";
  }

  private static String words(long seconds) {
    if (seconds < 2 * MINUTE) {
      return counted(seconds, "second");
    }
    if (seconds < 2 * HOUR) {
      return counted(seconds / MINUTE, "minute");
    }
    if (seconds < 2 * DAY) {
      return counted(seconds / HOUR, "hour");
    }
    return seconds < 2L * YEAR ? counted(seconds / DAY, "day") : counted(seconds / YEAR, "year");
  }

  private static String counted(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
