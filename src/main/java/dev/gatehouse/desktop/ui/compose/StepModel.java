package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.DraftText;
import dev.gatehouse.desktop.exchange.NextStep;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sending step by step: each request waits until a person has seen it, and may be edited before it
 * leaves. Belongs to the JavaFX thread, except for what the sender asks.
 */
public final class StepModel {
  private final Executor screen;
  private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
  private final ReadOnlyObjectWrapper<@Nullable NextStep> waiting =
      new ReadOnlyObjectWrapper<>(this, "waiting");
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable Waiting current;

  /** One exchange, sent step by step until somebody lets the rest of it go. */
  private final class Waiting implements DraftReview {
    private volatile boolean free;
    private volatile CompletableFuture<Draft> decision = new CompletableFuture<>();

    @Override
    public Draft review(NextStep step) throws InterruptedException {
      if (free) {
        return step.draft();
      }
      CompletableFuture<Draft> asked = new CompletableFuture<>();
      decision = asked;
      screen.execute(() -> show(this, step));
      try {
        return asked.get();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      } finally {
        screen.execute(() -> hide(this, step));
      }
    }
  }

  StepModel(Executor screen) {
    this.screen = screen;
  }

  /** Whether what is sent next goes step by step. */
  public BooleanProperty onProperty() {
    return on;
  }

  /** The request that waits to leave; null if none does. */
  public ReadOnlyObjectProperty<@Nullable NextStep> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** That request as text, to be edited. */
  public StringProperty textProperty() {
    return text;
  }

  /** Why the text cannot be sent, in words; empty if it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Who is to be asked before each request of the next exchange leaves. */
  DraftReview begin() {
    return on.get() ? new Waiting() : DraftReview.NONE;
  }

  /** Lets the request go as it stands there; does nothing if none waits. */
  public void send() {
    go(false);
  }

  /** Lets it go, and whatever comes after it without asking. */
  public void runToTheEnd() {
    go(true);
  }

  private void go(boolean free) {
    @Nullable NextStep step = waiting.get();
    @Nullable Waiting asking = current;
    if (step == null || asking == null) {
      return;
    }
    try {
      Draft draft = DraftText.read(text.get(), step.draft());
      asking.free = asking.free || free;
      asking.decision.complete(draft);
    } catch (IllegalArgumentException unreadable) {
      problem.set(String.valueOf(unreadable.getMessage()));
    }
  }

  private void show(Waiting asking, NextStep step) {
    current = asking;
    problem.set("");
    text.set(DraftText.write(step.draft()));
    waiting.set(step);
  }

  /** Unless the next one waits already. */
  private void hide(Waiting asking, NextStep step) {
    if (asking.equals(current) && step.equals(waiting.get())) {
      waiting.set(null);
    }
  }
}
