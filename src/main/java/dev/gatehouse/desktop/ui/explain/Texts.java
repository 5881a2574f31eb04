package dev.gatehouse.desktop.ui.explain;

import java.util.Locale;

/** Sizes, times and long values in a form short enough to read at a glance. */
final class Texts {
  private static final int KILO = 1_000;
  private static final int MEGA = 1_000_000;

  private Texts() {}

  /** A value cut to at most {@code length} characters, the last of them an ellipsis if cut. */
  static String shorten(String value, int length) {
    return value.length() <= length ? value : value.substring(0, length - 1) + "…";
  }

  /** A number of bytes, for example {@code 4.5 kB} (1 kB = 1,000 bytes). */
  static String size(long bytes) {
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    return bytes < MEGA
        ? String.format(Locale.ROOT, "%.1f kB", bytes / (double) KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / (double) MEGA);
  }

  /** A time in microseconds, for example {@code 0.41 ms}. */
  static String time(long micros) {
    if (micros < 100) {
      return micros + " µs";
    }
    if (micros < 10 * KILO) {
      return String.format(Locale.ROOT, "%.2f ms", micros / (double) KILO);
    }
    return micros < 10L * MEGA
        ? String.format(Locale.ROOT, "%d ms", Math.round(micros / (double) KILO))
        : String.format(Locale.ROOT, "%.1f s", micros / (double) MEGA);
  }

  /** One thing or several, for example {@code 1 check} and {@code 7 checks}. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
