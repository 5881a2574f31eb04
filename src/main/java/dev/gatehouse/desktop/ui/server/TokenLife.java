package dev.gatehouse.desktop.ui.server;

import java.time.Duration;

/** How long a new token is good. */
enum TokenLife {
  HOUR("for an hour", Duration.ofHours(1)),
  DAY("for a day", Duration.ofDays(1)),
  MONTH("for 30 days", Duration.ofDays(30)),
  YEAR("for a year", Duration.ofDays(365));

  private final String words;
  private final Duration length;

  TokenLife(String words, Duration length) {
    this.words = words;
    this.length = length;
  }

  Duration length() {
    return length;
  }

  @Override
  public String toString() {
    return words;
  }
}
