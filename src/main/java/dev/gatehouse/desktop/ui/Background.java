package dev.gatehouse.desktop.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Runs what blocks away from the JavaFX thread, and delivers what came of it on that thread. Safe
 * for use by many threads.
 */
public final class Background implements AutoCloseable {
  private static final long IDLE_SECONDS = 60;

  // Whoever still asks for something while the window closes has nobody left to tell: it is
  // dropped.
  private final ExecutorService workers =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Background::daemon,
          new ThreadPoolExecutor.DiscardPolicy());

  /** Something that runs, or ran. */
  @FunctionalInterface
  public interface Job {
    /** Interrupts it if it still runs; nothing of it is delivered from now on. */
    void cancel();
  }

  /** Work without a result. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /**
   * Runs work that has a result.
   *
   * @param work what blocks
   * @param done called on the JavaFX thread with the result
   * @param failed called on the JavaFX thread with what the work threw
   */
  public <T> Job call(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    FutureTask<T> task =
        new FutureTask<>(work) {
          @Override
          protected void done() {
            Platform.runLater(() -> deliver(this, done, failed));
          }
        };
    workers.execute(task);
    return () -> task.cancel(true);
  }

  /** Runs work without a result; see {@link #call}. */
  public Job run(Work work, Runnable done, Consumer<? super Throwable> failed) {
    return call(
        () -> {
          work.run();
          return Boolean.TRUE;
        },
        ignored -> done.run(),
        failed);
  }

  /** Interrupts what still runs; what comes later is dropped. */
  @Override
  public void close() {
    workers.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gatehouse-background");
    thread.setDaemon(true);
    return thread;
  }

  private static <T> void deliver(
      FutureTask<T> task, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    T result;
    try {
      result = task.get();
    } catch (CancellationException cancelled) {
      return;
    } catch (ExecutionException wrong) {
      failed.accept(wrong.getCause() == null ? wrong : wrong.getCause());
      return;
    } catch (InterruptedException impossible) {
      // The task is done: get() does not wait.
      Thread.currentThread().interrupt();
      return;
    }
    done.accept(result);
  }
}
