package dev.gatehouse.desktop.repeat;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Sends a request again and again, and tells of each answer as it comes. */
public final class Series {
  /** Sends a call with a credential. May be called by several threads at once. */
  @FunctionalInterface
  public interface Sending {
    /** See {@link dev.gatehouse.desktop.workbench.Workbench#attempt}. */
    Exchange send(CredentialType type, Map<String, String> values, Draft call)
        throws CredentialException, InterruptedException;
  }

  private final Sending sending;

  /** A series that is sent so. */
  public Series(Sending sending) {
    this.sending = sending;
  }

  /**
   * Sends all of it and returns when the last answer has come.
   *
   * @param heard called with each attempt as it ends, never by two threads at once
   * @throws InterruptedException if the person cancelled it; what is under way is cancelled too
   */
  public void run(Template template, Plan plan, Consumer<Attempt> heard)
      throws InterruptedException {
    Going going = new Going(template, plan, heard);
    int threads = Math.min(plan.atOnce(), plan.count());
    ExecutorService workers = Executors.newFixedThreadPool(threads, Series::daemon);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            workers.submit(
                () -> {
                  going.work();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException mistake) {
      throw new IllegalStateException(mistake.getCause());
    } finally {
      going.stop();
      workers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "series");
    thread.setDaemon(true);
    return thread;
  }

  /** A series under way, shared by those who send it. */
  private final class Going {
    private final Template template;
    private final Plan plan;
    private final Consumer<Attempt> heard;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    Going(Template template, Plan plan, Consumer<Attempt> heard) {
      this.template = template;
      this.plan = plan;
      this.heard = heard;
    }

    void work() throws InterruptedException {
      for (int i = next.getAndIncrement();
          i < plan.count() && !over.get();
          i = next.getAndIncrement()) {
        Attempt attempt = attempt(i + 1, plan.value(i));
        tell(attempt);
        if (plan.untilLetIn() && attempt.letIn()) {
          stop();
        } else if (i + 1 < plan.count()) {
          Thread.sleep(plan.pause().toMillis());
        }
      }
    }

    private Attempt attempt(int number, String value) throws InterruptedException {
      Template filled = template.filled(value);
      try {
        return Attempt.of(
            number, value, sending.send(filled.type(), filled.values(), filled.call()));
      } catch (CredentialException | IllegalArgumentException unsent) {
        return Attempt.unsent(number, value, String.valueOf(unsent.getMessage()));
      }
    }

    private synchronized void tell(Attempt attempt) {
      heard.accept(attempt);
    }

    void stop() {
      over.set(true);
    }
  }
}
