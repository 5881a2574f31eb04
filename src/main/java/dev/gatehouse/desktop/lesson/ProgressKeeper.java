package dev.gatehouse.desktop.lesson;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the newest progress is what is kept, whatever the order in which the writing
 * comes about. Safe for use by many threads.
 */
public final class ProgressKeeper {
  private final ProgressStore store;
  private final AtomicReference<@Nullable Progress> newest = new AtomicReference<>();

  /** A keeper with nothing to write yet. */
  public ProgressKeeper(ProgressStore store) {
    this.store = store;
  }

  /** Takes progress that the next {@link #write} is to write. Never blocks. */
  public void take(Progress progress) {
    newest.set(progress);
  }

  /**
   * Writes what was taken last, unless it is written already.
   *
   * @throws IOException if it cannot be written; it is tried again with the next call
   */
  public synchronized void write() throws IOException {
    Progress taken = newest.getAndSet(null);
    if (taken == null) {
      return;
    }
    boolean written = false;
    try {
      store.save(taken);
      written = true;
    } finally {
      if (!written) {
        newest.compareAndSet(null, taken);
      }
    }
  }
}
