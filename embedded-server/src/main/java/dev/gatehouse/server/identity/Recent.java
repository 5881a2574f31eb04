package dev.gatehouse.server.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a table lately, so that who sends request after request is not looked up each
 * time. It must be told of every change to the table, after it was made. Safe for use by many
 * threads.
 *
 * @param <V> what is found
 */
final class Recent<V> {
  private static final int MOST = 10_000;

  private final Map<String, V> found = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /** What is stored under this key; {@code table} is asked if that is not known already. */
  Optional<V> find(String key, Function<String, Optional<V>> table) {
    @Nullable V known = found.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    long before = changes.get();
    Optional<V> stored = table.apply(key);
    stored.ifPresent(value -> remember(key, value, before));
    return stored;
  }

  /** The table was changed. */
  void forget() {
    changes.incrementAndGet();
    found.clear();
  }

  /** A value that was read before a change must not be kept after it. */
  private void remember(String key, V value, long before) {
    if (found.size() >= MOST) {
      found.clear();
    }
    found.put(key, value);
    if (changes.get() != before) {
      found.remove(key);
    }
  }
}
