package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Exchange;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Sends in the background, one request at a time, and can be told to stop. */
public final class Sending {
  /** What is sent, when its turn comes. */
  @FunctionalInterface
  interface Work {
    /** Sends it. */
    Exchange send() throws CredentialException, InterruptedException;
  }

  private final Executor background;
  private final Executor screen;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final List<Consumer<Sent>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable FutureTask<Exchange> task;
  private String cancelled = "Cancelled. Nothing of the answer was kept.";

  Sending(Executor background, Executor screen) {
    this.background = background;
    this.screen = screen;
  }

  /** Whether a request is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why the last request could not be sent, in words; empty if it was. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Calls {@code listener} on the JavaFX thread whenever an answer has come. */
  public void listen(Consumer<Sent> listener) {
    listeners.add(listener);
  }

  /** Stops what is under way; does nothing if nothing is. */
  public void cancel() {
    FutureTask<Exchange> current = task;
    if (current != null) {
      current.cancel(true);
    }
  }

  /** Says in other words that it was cancelled, where something of it stays. */
  public void whenCancelled(String words) {
    cancelled = words;
  }

  void start(Composition composition, Work work) {
    if (running.get()) {
      return;
    }
    running.set(true);
    problem.set("");
    FutureTask<Exchange> current =
        new FutureTask<>(work::send) {
          @Override
          protected void done() {
            screen.execute(() -> finished(composition, this));
          }
        };
    task = current;
    background.execute(current);
  }

  /** Forgets the problem, for example because something else was chosen. */
  void forgetProblem() {
    problem.set("");
  }

  /** Says something about what is to be sent. */
  void tell(String words) {
    problem.set(words);
  }

  private void finished(Composition composition, FutureTask<Exchange> done) {
    running.set(false);
    task = null;
    try {
      Sent sent = new Sent(composition, done.get());
      listeners.forEach(listener -> listener.accept(sent));
    } catch (CancellationException byThePerson) {
      problem.set(cancelled);
    } catch (ExecutionException failed) {
      problem.set(words(failed.getCause()));
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
  }

  private String words(@Nullable Throwable cause) {
    if (cause instanceof CredentialException || cause instanceof IllegalArgumentException) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof InterruptedException) {
      return cancelled;
    }
    String name = cause == null ? "an unknown problem" : cause.getClass().getSimpleName();
    return "It could not be sent (" + name + "). Is the server running? See Server.";
  }
}
