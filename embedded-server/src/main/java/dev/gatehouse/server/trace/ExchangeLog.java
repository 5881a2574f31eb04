package dev.gatehouse.server.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest exchanges, in memory, at a cost per request that does not grow with their number.
 * Identifiers sort in the order of arrival. Safe for use by many threads.
 */
public final class ExchangeLog {
  /** How many exchanges are kept unless told otherwise. */
  public static final int DEFAULT_CAPACITY = 10_000;

  private static final int RADIX = 36;
  private static final int DIGITS = 8;

  private final String prefix;
  private final int capacity;
  private final AtomicReferenceArray<@Nullable ExchangeRecord> ring;
  private final AtomicLong next = new AtomicLong(1);
  private final List<Consumer<ExchangeRecord>> listeners = new CopyOnWriteArrayList<>();

  /**
   * An empty log.
   *
   * @param capacity how many exchanges are kept before the oldest makes room, at least 1
   * @param epochSecond when the server started: it makes identifiers of one run differ from those
   *     of another
   */
  public ExchangeLog(int capacity, long epochSecond) {
    this.capacity = capacity;
    this.ring = new AtomicReferenceArray<>(capacity);
    this.prefix = Long.toString(epochSecond, RADIX) + "-";
  }

  /** A new identifier for an exchange that has just begun. */
  public String newId() {
    String digits = Long.toString(next.getAndIncrement(), RADIX);
    return prefix + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /**
   * Keeps a finished exchange and tells every listener. The record's identifier must come from
   * {@link #newId()}.
   */
  public void add(ExchangeRecord exchange) {
    long number = numberOf(exchange.id());
    if (number < 1) {
      throw new IllegalArgumentException("not an identifier of this log: " + exchange.id());
    }
    ring.set((int) (number % capacity), exchange);
    for (Consumer<ExchangeRecord> listener : listeners) {
      listener.accept(exchange);
    }
  }

  /** The exchange with this identifier, if it is still kept. */
  public Optional<ExchangeRecord> find(String id) {
    long number = numberOf(id);
    if (number < 1) {
      return Optional.empty();
    }
    return at(number).filter(exchange -> exchange.id().equals(id));
  }

  /**
   * The oldest exchanges that came after this one, in order of arrival.
   *
   * @param id an identifier, or null to start from the oldest that is kept
   * @param limit how many at most
   */
  public List<ExchangeRecord> after(@Nullable String id, int limit) {
    long end = next.get();
    long known = id == null ? 0 : Math.max(0, numberOf(id));
    List<ExchangeRecord> found = new ArrayList<>();
    for (long number = Math.max(known + 1, end - capacity);
        number < end && found.size() < limit;
        number++) {
      at(number).ifPresent(found::add);
    }
    return found;
  }

  /** Forgets every exchange. */
  public void clear() {
    for (int i = 0; i < capacity; i++) {
      ring.set(i, null);
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

  private Optional<ExchangeRecord> at(long number) {
    if (number < 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(ring.get((int) (number % capacity)))
        .filter(exchange -> numberOf(exchange.id()) == number);
  }

  private long numberOf(String id) {
    if (!id.startsWith(prefix)) {
      return -1;
    }
    try {
      return Long.parseLong(id.substring(prefix.length()), RADIX);
    } catch (NumberFormatException notOurs) {
      return -1;
    }
  }
}
