package dev.gatehouse.desktop.intercept;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A message that waits for a person to decide.
 *
 * @param <T> request or response
 */
final class Held<T> {
  private final T message;
  private final CompletableFuture<Optional<T>> decision = new CompletableFuture<>();

  Held(T message) {
    this.message = message;
  }

  /** What goes on; empty if it was dropped. Goes on by itself when nobody decides in time. */
  Optional<T> await(Duration longest) throws InterruptedException {
    try {
      return decision.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException nobodyDecided) {
      letGo();
      return Optional.of(message);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void letGo() {
    decision.complete(Optional.of(message));
  }

  boolean letGo(T edited) {
    return decision.complete(Optional.of(edited));
  }

  void drop() {
    decision.complete(Optional.empty());
  }
}
