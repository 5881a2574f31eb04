package dev.gatehouse.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved, so that a test can wait without waiting. */
public final class MovableClock extends Clock {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  private Instant now = START;

  /** Moves it on. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  /** Sets it back to where it began. */
  public void restart() {
    now = START;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
