package dev.gatehouse.desktop.credential;

import java.time.Duration;
import java.util.Map;

/**
 * What some fields hold at a moment.
 *
 * @param values by field name
 * @param left how long they stay so
 */
public record Passing(Map<String, String> values, Duration left) {
  public Passing {
    values = Map.copyOf(values);
  }
}
