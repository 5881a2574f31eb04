package dev.gatehouse.desktop.attack.crack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries words on all processors, in threads of its own that give way to everything else. The thread
 * that asks for it waits; interrupt it to stop.
 */
public final class Cracker {
  private static final long REPORT_MILLIS = 100;

  private final int threads;

  /** On all processors. */
  public Cracker() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * With as many threads.
   *
   * @param threads at least 1
   */
  Cracker(int threads) {
    this.threads = threads;
  }

  /**
   * Tries one word after the other until one is right or all were tried.
   *
   * @param progress told some times a second, in the calling thread, and at the end
   * @throws InterruptedException if the calling thread is interrupted; nothing is tried any more
   */
  public Cracked crack(WordList words, Lock lock, Consumer<Progress> progress)
      throws InterruptedException {
    Hunt hunt = new Hunt(words.words(), System.nanoTime());
    ExecutorService workers = Executors.newFixedThreadPool(threads, Cracker::background);
    try {
      List<Future<?>> running =
          Stream.<Future<?>>generate(() -> workers.submit(() -> hunt.run(lock.tester())))
              .limit(threads)
              .toList();
      for (Future<?> worker : running) {
        while (!hasEnded(worker)) {
          progress.accept(hunt.progress());
        }
      }
      progress.accept(hunt.progress());
      return new Cracked(Optional.ofNullable(hunt.found.get()), hunt.progress());
    } finally {
      hunt.stopped = true;
      workers.shutdownNow();
    }
  }

  private static boolean hasEnded(Future<?> worker) throws InterruptedException {
    try {
      worker.get(REPORT_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException busy) {
      return false;
    } catch (ExecutionException wrong) {
      throw new IllegalStateException("the words could not be tried", wrong.getCause());
    }
  }

  // What is found does not hang on it, only how the window feels meanwhile.
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread background(Runnable work) {
    Thread thread = new Thread(work, "cracker");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** The words, and how far all threads together have come with them. */
  private static final class Hunt {
    private final List<String> words;
    private final long start;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicReference<@Nullable String> found = new AtomicReference<>();
    private volatile boolean stopped;

    Hunt(List<String> words, long start) {
      this.words = words;
      this.start = start;
    }

    void run(Predicate<String> tester) {
      for (int i = next.getAndIncrement();
          i < words.size() && !stopped && found.get() == null;
          i = next.getAndIncrement()) {
        String word = words.get(i);
        if (tester.test(word)) {
          found.compareAndSet(null, word);
        }
        tried.incrementAndGet();
      }
    }

    Progress progress() {
      return new Progress(tried.get(), words.size(), Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
