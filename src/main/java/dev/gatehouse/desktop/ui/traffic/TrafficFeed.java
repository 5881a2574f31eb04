package dev.gatehouse.desktop.ui.traffic;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Gathers exchanges from the threads that served them and hands them over in batches, so that a
 * flood of requests costs the screen no more than a few updates a second. Safe for use by many
 * threads.
 */
final class TrafficFeed implements Consumer<ExchangeRecord> {
  private final int capacity;
  private final Executor later;
  private final Consumer<List<ExchangeRecord>> batches;
  private final Deque<ExchangeRecord> waiting = new ArrayDeque<>();
  private Set<String> known = Set.of();
  private boolean scheduled;
  private boolean open = true;

  /**
   * A feed.
   *
   * @param capacity how many exchanges wait at most before the oldest is forgotten
   * @param later runs the handing over, some time after it is asked to
   * @param batches is given what has gathered, the newest first
   */
  TrafficFeed(int capacity, Executor later, Consumer<List<ExchangeRecord>> batches) {
    this.capacity = capacity;
    this.later = later;
    this.batches = batches;
  }

  @Override
  public void accept(ExchangeRecord exchange) {
    synchronized (this) {
      if (known.contains(exchange.id())) {
        return;
      }
      waiting.addFirst(exchange);
      if (waiting.size() > capacity) {
        waiting.removeLast();
      }
      if (scheduled || !open) {
        return;
      }
      scheduled = true;
    }
    later.execute(this::handOver);
  }

  /** Hands over from now on, what has gathered at once; or only gathers. */
  void open(boolean on) {
    synchronized (this) {
      open = on;
    }
    if (on) {
      handOver();
    }
  }

  /**
   * Leaves out, now and later, exchanges that are shown already: whoever listens first and then
   * looks at what was kept sees those in between twice.
   */
  synchronized void without(List<ExchangeRecord> shown) {
    known = shown.stream().map(ExchangeRecord::id).collect(Collectors.toUnmodifiableSet());
    waiting.removeIf(exchange -> known.contains(exchange.id()));
  }

  /** Forgets what has gathered. */
  synchronized void clear() {
    waiting.clear();
  }

  private void handOver() {
    List<ExchangeRecord> batch;
    synchronized (this) {
      scheduled = false;
      if (!open || waiting.isEmpty()) {
        return;
      }
      batch = new ArrayList<>(waiting);
      waiting.clear();
    }
    batches.accept(batch);
  }
}
