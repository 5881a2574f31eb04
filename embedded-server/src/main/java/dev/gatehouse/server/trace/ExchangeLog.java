package dev.gatehouse.server.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest exchanges, in memory, at a cost per request that does not grow with their number.
 * Identifiers sort in the order of arrival. Exchanges are listed in the order in which they ended,
 * so that a slow one still comes after those that a reader has seen already. Safe for use by many
 * threads.
 */
public final class ExchangeLog {
  /** How many exchanges are kept unless told otherwise. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private static final int RADIX = 36;
  private static final int DIGITS = 8;

  private final String prefix;
  private final int capacity;
  private final AtomicLong next = new AtomicLong(1);
  private final List<Consumer<ExchangeRecord>> listeners = new CopyOnWriteArrayList<>();

  /** By place modulo capacity. Guarded by itself, as are the places. */
  private final @Nullable ExchangeRecord[] ring;

  /** Where each exchange that is kept has its place among all that have ended, from 0. */
  private final Map<String, Long> places = new HashMap<>();

  private long ended;

  /**
   * An empty log.
   *
   * @param capacity how many exchanges are kept before the oldest makes room, at least 1
   * @param epochSecond when the server started: it makes identifiers of one run differ from those
   *     of another
   */
  public ExchangeLog(int capacity, long epochSecond) {
    this.capacity = capacity;
    this.ring = new @Nullable ExchangeRecord[capacity];
    this.prefix = Long.toString(epochSecond, RADIX) + "-";
  }

  /** A new identifier for an exchange that has just begun. */
  public String newId() {
    String digits = Long.toString(next.getAndIncrement(), RADIX);
    return prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /**
   * Keeps a finished exchange and tells every listener. The record's identifier must come from
   * {@link #newId()}. That a listener fails is nobody else's trouble.
   */
  public void add(ExchangeRecord exchange) {
    if (!exchange.id().startsWith(prefix)) {
      throw new IllegalArgumentException("not an identifier of this log: " + exchange.id());
    }
    synchronized (ring) {
      int slot = (int) (ended % capacity);
      @Nullable ExchangeRecord oldest = ring[slot];
      if (oldest != null) {
        places.remove(oldest.id());
      }
      ring[slot] = exchange;
      places.put(exchange.id(), ended++);
    }
    listeners.forEach(listener -> tell(listener, exchange));
  }

  private static void tell(Consumer<ExchangeRecord> listener, ExchangeRecord exchange) {
    try {
      listener.accept(exchange);
    } catch (RuntimeException itsOwnTrouble) {
      // Whoever is being served has no part in it, and the next exchange may go well.
      return;
    }
  }

  /** The exchange with this identifier, if it is still kept. */
  public Optional<ExchangeRecord> find(String id) {
    synchronized (ring) {
      return Optional.ofNullable(places.get(id)).map(place -> ring[(int) (place % capacity)]);
    }
  }

  /**
   * The oldest exchanges that ended after this one, in the order in which they did.
   *
   * @param id an identifier; null, or one that is not kept, to start from the oldest that is
   * @param limit how many at most
   */
  public List<ExchangeRecord> after(@Nullable String id, int limit) {
    synchronized (ring) {
      long known = id == null ? -1 : places.getOrDefault(id, -1L);
      List<ExchangeRecord> found = new ArrayList<>();
      for (long place = Math.max(known + 1, ended - capacity);
          place < ended && found.size() < limit;
          place++) {
        @Nullable ExchangeRecord exchange = ring[(int) (place % capacity)];
        if (exchange != null) {
          found.add(exchange);
        }
      }
      return found;
    }
  }

  /** Forgets every exchange. */
  public void clear() {
    synchronized (ring) {
      Arrays.fill(ring, null);
      places.clear();
    }
  }

  /**
   * Calls {@code listener} for each exchange from now on, on the thread that served it, so it must
   * be quick.
   */
  public void listen(Consumer<ExchangeRecord> listener) {
    listeners.add(listener);
  }

  /** Stops calling {@code listener}. */
  public void unlisten(Consumer<ExchangeRecord> listener) {
    listeners.remove(listener);
  }
}
