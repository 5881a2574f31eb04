package dev.gatehouse.desktop.intercept;

import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What requests and their responses pass through. While it holds them, each waits until a person
 * lets it go, changed or not, or drops it; but at most so many, and not for ever. Safe for use by
 * many threads.
 */
public final class Checkpoint implements AutoCloseable {
  /** How many messages wait at most; what comes beyond passes. */
  public static final int MOST_HELD = 100;

  /** After this a message goes on by itself. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  /** Sends a request on; failing to get an answer is told in the hop. */
  @FunctionalInterface
  public interface Onward {
    /** What came of it. */
    Hop send(Draft draft) throws InterruptedException;
  }

  private final Clock clock;
  private final int mostHeld;
  private final Duration longest;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicInteger holding = new AtomicInteger();
  private final Map<Long, Held<Draft>> requests = new ConcurrentHashMap<>();
  private final Map<Long, Held<Answer>> responses = new ConcurrentHashMap<>();
  private final List<Consumer<Passage>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean holdsRequests;
  private volatile boolean holdsResponses;

  /** A checkpoint that holds nothing yet. */
  public Checkpoint() {
    this(Clock.systemUTC(), MOST_HELD, LONGEST);
  }

  /**
   * A checkpoint that holds nothing yet.
   *
   * @param mostHeld how many messages wait at most
   * @param longest after which one goes on by itself
   */
  Checkpoint(Clock clock, int mostHeld, Duration longest) {
    this.clock = clock;
    this.mostHeld = mostHeld;
    this.longest = longest;
  }

  /** Calls {@code listener} with each passage whenever it has come further, on any thread. */
  public void listen(Consumer<Passage> listener) {
    listeners.add(listener);
  }

  /** Holds requests from now on; or no longer, and lets those go that wait. */
  public void holdRequests(boolean on) {
    holdsRequests = on;
    if (!on) {
      requests.values().forEach(Held::letGo);
    }
  }

  /** Holds responses from now on; or no longer, and lets those go that wait. */
  public void holdResponses(boolean on) {
    holdsResponses = on;
    if (!on) {
      responses.values().forEach(Held::letGo);
    }
  }

  /** Lets a request go as it was edited; does nothing if it does not wait. */
  public void letGo(long number, Draft edited) {
    Optional.ofNullable(requests.get(number)).ifPresent(held -> held.letGo(edited));
  }

  /** Lets a response go as it was edited; does nothing if it does not wait. */
  public void letGo(long number, Answer edited) {
    Optional.ofNullable(responses.get(number)).ifPresent(held -> held.letGo(edited));
  }

  /** Drops what waits of this passage. */
  public void drop(long number) {
    Optional.ofNullable(requests.get(number)).ifPresent(Held::drop);
    Optional.ofNullable(responses.get(number)).ifPresent(Held::drop);
  }

  /** Lets everything go that waits, as it came. */
  public void letAllGo() {
    requests.values().forEach(Held::letGo);
    responses.values().forEach(Held::letGo);
  }

  /**
   * Passes a request through, and its response back.
   *
   * @param origin who sends it, in words
   * @param onward sends it on
   * @return the passage when it has ended
   * @throws InterruptedException if the caller has no more use for it
   */
  public Passage pass(String origin, Draft request, Onward onward) throws InterruptedException {
    Passage passage = Passage.begin(numbers.incrementAndGet(), origin, now(), request);
    try {
      Optional<Draft> sent = decided(passage, request, holdsRequests, requests);
      if (sent.isEmpty()) {
        return tell(passage.dropped(now()));
      }
      passage = tell(passage.leaves(sent.get(), now()));
      Hop hop = onward.send(sent.get());
      passage = passage.answeredBy(hop, now());
      boolean hold = holdsResponses && hop.status() != 0;
      Optional<Answer> given = decided(passage, Answer.of(hop), hold, responses);
      return tell(given.isEmpty() ? passage.dropped(now()) : passage.ends(given.get(), now()));
    } catch (InterruptedException | RuntimeException gone) {
      tell(passage.dropped(now()));
      throw gone;
    }
  }

  /** Lets everything go, and holds nothing any more. */
  @Override
  public void close() {
    holdRequests(false);
    holdResponses(false);
  }

  private <T> Optional<T> decided(Passage passage, T message, boolean hold, Map<Long, Held<T>> all)
      throws InterruptedException {
    if (!hold) {
      return Optional.of(message);
    }
    @Nullable Held<T> held = hold(passage.number(), message, all);
    if (held == null) {
      return Optional.of(message);
    }
    try {
      tell(passage);
      return held.await(longest);
    } finally {
      all.remove(passage.number());
      holding.decrementAndGet();
    }
  }

  /** Null if as many wait as may. */
  private <T> @Nullable Held<T> hold(long number, T message, Map<Long, Held<T>> all) {
    if (holding.incrementAndGet() > mostHeld) {
      holding.decrementAndGet();
      return null;
    }
    Held<T> held = new Held<>(message);
    all.put(number, held);
    // Whoever switched it off a moment ago has not seen this one.
    if (!(message instanceof Draft ? holdsRequests : holdsResponses)) {
      held.letGo();
    }
    return held;
  }

  private Passage tell(Passage passage) {
    listeners.forEach(listener -> listener.accept(passage));
    return passage;
  }

  private Instant now() {
    return clock.instant();
  }
}
