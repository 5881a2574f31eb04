package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Everything that was sent, newest kept: at most so many exchanges and so many bytes. Adding costs
 * the same however much is kept. It is kept in memory alone, secrets and all, and goes with the
 * program. Safe for use by many threads.
 */
public final class History {
  /** How many exchanges are kept at most, unless told otherwise. */
  public static final int DEFAULT_CAPACITY = 10_000;

  /** How many bytes of messages are kept at most, unless told otherwise. */
  public static final long DEFAULT_BYTES = 128L * 1024 * 1024;

  private final int capacity;
  private final long mostBytes;
  private final Deque<HistoryEntry> newestFirst = new ArrayDeque<>();
  private final List<Consumer<HistoryEntry>> listeners = new CopyOnWriteArrayList<>();
  private long bytes;
  private long next = 1;

  /** An empty history of the usual size. */
  public History() {
    this(DEFAULT_CAPACITY, DEFAULT_BYTES);
  }

  /**
   * An empty history.
   *
   * @param capacity how many exchanges are kept before the oldest makes room
   * @param mostBytes how many bytes of messages are kept before the oldest makes room; the newest
   *     is kept however large it is
   */
  public History(int capacity, long mostBytes) {
    this.capacity = capacity;
    this.mostBytes = mostBytes;
  }

  /** Keeps an exchange and tells every listener, on this thread. */
  public HistoryEntry add(String type, Map<String, String> values, Draft call, Exchange exchange) {
    HistoryEntry entry;
    synchronized (this) {
      entry = new HistoryEntry(next++, type, values, call, exchange);
      newestFirst.addFirst(entry);
      bytes += size(entry);
      while (newestFirst.size() > 1 && (newestFirst.size() > capacity || bytes > mostBytes)) {
        bytes -= size(newestFirst.removeLast());
      }
    }
    listeners.forEach(listener -> listener.accept(entry));
    return entry;
  }

  /** Everything that is kept, newest first. */
  public synchronized List<HistoryEntry> all() {
    return List.copyOf(newestFirst);
  }

  /**
   * Those in which every word of {@code text} occurs, newest first; all if there is no word. See
   * {@link HistoryEntry#matches}.
   */
  public List<HistoryEntry> search(String text) {
    return all().stream().filter(entry -> entry.matches(text)).toList();
  }

  /** How many are kept. */
  public synchronized int size() {
    return newestFirst.size();
  }

  /** Forgets everything. Listeners are not told. */
  public synchronized void clear() {
    newestFirst.clear();
    bytes = 0;
  }

  /** Calls {@code listener} for each exchange from now on, on the thread that added it. */
  public void listen(Consumer<HistoryEntry> listener) {
    listeners.add(listener);
  }

  /** Stops calling {@code listener}. */
  public void unlisten(Consumer<HistoryEntry> listener) {
    listeners.remove(listener);
  }

  private static long size(HistoryEntry entry) {
    return entry.exchange().hops().stream().mapToLong(History::size).sum();
  }

  private static long size(Hop hop) {
    return (long) hop.request().body().length
        + hop.rawRequest().length
        + hop.body().length
        + hop.rawResponse().length;
  }
}
