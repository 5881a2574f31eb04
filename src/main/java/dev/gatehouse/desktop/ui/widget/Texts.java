package dev.gatehouse.desktop.ui.widget;

import java.util.Locale;

/** Sizes, times and long values in a form short enough to read at a glance. */
public final class Texts {
  private static final double KILOBYTE = 1_024;

  private Texts() {}

  /** A value cut to at most {@code length} characters, the last of them an ellipsis if cut. */
  public static String shorten(String value, int length) {
    return value.length() <= length ? value : value.substring(0, length - 1) + "…";
  }

  /** A number of bytes, for example {@code 4.5 KB} (1 KB = 1,024 bytes). */
  public static String size(long bytes) {
    if (bytes < KILOBYTE) {
      return count(bytes, "byte");
    }
    double kilobytes = bytes / KILOBYTE;
    return kilobytes < KILOBYTE
        ? String.format(Locale.ROOT, "%.1f KB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / KILOBYTE);
  }

  /** A time in microseconds, for example {@code 0.41 ms}. */
  public static String time(long micros) {
    if (micros < 100) {
      return micros + " µs";
    }
    double millis = micros / 1_000.0;
    if (millis < 10) {
      return String.format(Locale.ROOT, "%.2f ms", millis);
    }
    return millis < 1_000
        ? String.format(Locale.ROOT, "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
  }

  /** One thing or several, for example {@code 1 check} and {@code 7 checks}. */
  public static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
