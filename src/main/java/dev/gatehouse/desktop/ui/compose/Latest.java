package dev.gatehouse.desktop.ui.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes something in the background whenever it is asked to, but only the latest of what was
 * asked for meanwhile. Everything but the computation happens on the thread of the screen.
 *
 * @param <T> what is computed
 */
final class Latest<T> {
  private final Executor background;
  private final Executor screen;
  private final Consumer<T> receiver;
  private @Nullable Supplier<T> waiting;
  private final List<Runnable> afterwards = new ArrayList<>();
  private boolean busy;

  Latest(Executor background, Executor screen, Consumer<T> receiver) {
    this.background = background;
    this.screen = screen;
    this.receiver = receiver;
  }

  /** Asks for this; what was asked for before and not begun is forgotten. */
  void ask(Supplier<T> work) {
    if (busy) {
      waiting = work;
      return;
    }
    busy = true;
    background.execute(
        () -> {
          @Nullable T result = null;
          try {
            result = work.get();
          } finally {
            @Nullable T made = result;
            screen.execute(() -> done(made));
          }
        });
  }

  /** Does this when nothing is being computed any more; at once if nothing is. */
  void whenIdle(Runnable work) {
    if (busy) {
      afterwards.add(work);
    } else {
      work.run();
    }
  }

  /** Whatever became of the last computation, the next can begin. */
  private void done(@Nullable T result) {
    busy = false;
    @Nullable Supplier<T> next = waiting;
    waiting = null;
    if (next != null) {
      ask(next);
      return;
    }
    if (result != null) {
      receiver.accept(result);
    }
    if (!busy) {
      List<Runnable> due = List.copyOf(afterwards);
      afterwards.clear();
      due.forEach(Runnable::run);
    }
  }
}
