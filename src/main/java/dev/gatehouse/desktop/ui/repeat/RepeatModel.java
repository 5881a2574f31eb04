package dev.gatehouse.desktop.ui.repeat;

import dev.gatehouse.desktop.repeat.Attempt;
import dev.gatehouse.desktop.repeat.Plan;
import dev.gatehouse.desktop.repeat.Template;
import dev.gatehouse.desktop.ui.compose.ComposeModel;
import dev.gatehouse.desktop.ui.widget.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What is repeated, with which values, and what came of it so far. Belongs to the JavaFX thread,
 * except for {@link #heard} and {@link #plan}.
 */
final class RepeatModel {
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final ComposeModel compose;
  private final Executor screen;
  private final StringProperty values = new SimpleStringProperty(this, "values", "");
  private final IntegerProperty times = new SimpleIntegerProperty(this, "times", 1);
  private final IntegerProperty pause = new SimpleIntegerProperty(this, "pause", 0);
  private final IntegerProperty atOnce = new SimpleIntegerProperty(this, "atOnce", 1);
  private final BooleanProperty untilLetIn = new SimpleBooleanProperty(this, "untilLetIn");
  private final ObservableList<Attempt> attempts = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper planned = new ReadOnlyIntegerWrapper(this, "planned");
  private final Queue<Attempt> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile Plan plan = Plan.of(List.of());
  private long kept;

  /**
   * Nothing sent yet.
   *
   * @param compose what is repeated; its Send begins
   * @param screen the JavaFX thread
   */
  RepeatModel(ComposeModel compose, Executor screen) {
    this.compose = compose;
    this.screen = screen;
    compose.sending().whenCancelled("Cancelled. What came until then stands in the table.");
    running()
        .addListener(
            (observable, before, now) -> {
              if (now) {
                begin();
              }
            });
  }

  /** What is repeated. */
  ComposeModel compose() {
    return compose;
  }

  /** What is put into the marked places, one value in each line. */
  StringProperty values() {
    return values;
  }

  /** How often each value is sent. */
  IntegerProperty times() {
    return times;
  }

  /** How long to wait after each answer, in milliseconds. */
  IntegerProperty pause() {
    return pause;
  }

  /** How many are under way at the same time at most. */
  IntegerProperty atOnce() {
    return atOnce;
  }

  /** Whether it ends with the first that is let in. */
  BooleanProperty untilLetIn() {
    return untilLetIn;
  }

  /** What came of each so far, in the order in which the answers came. */
  ObservableList<Attempt> attempts() {
    return attempts;
  }

  /** How many requests there will be of those that are under way, or were of the last ones. */
  ReadOnlyIntegerProperty planned() {
    return planned.getReadOnlyProperty();
  }

  /** Whether they are under way. */
  ReadOnlyBooleanProperty running() {
    return compose.sending().runningProperty();
  }

  /** How those that are under way are sent. Safe on any thread. */
  Plan plan() {
    return plan;
  }

  /** An answer has come. Safe on any thread; shown a moment later, with those that came along. */
  void heard(Attempt attempt) {
    arrived.add(attempt);
    if (!due.getAndSet(true)) {
      screen.execute(this::show);
    }
  }

  /** Puts an example in place of all that stands there. */
  void load(RepeatExample example) {
    compose.load(example.composition());
    values.set(String.join("\n", example.values()));
    times.set(example.times());
    untilLetIn.set(false);
  }

  /** Where something is marked, and what that means, in a sentence. */
  StringBinding marked() {
    return Bindings.createStringBinding(
        this::markedWords, compose.previewProperty(), compose.credential().changesProperty());
  }

  /** What came of them so far, in a few words, for example {@code 14 of 15 sent, 1 let in}. */
  String tally() {
    long in = attempts.stream().filter(Attempt::letIn).count();
    return attempts.size() + " of " + planned.get() + " sent, " + in + " let in";
  }

  /** What stopped the others, the most frequent first; empty if nothing did. */
  String reasons() {
    Map<String, Long> counts =
        attempts.stream()
            .map(Attempt::stoppedBy)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing(Map.Entry<String, Long>::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .map(count -> count.getKey() + " stopped " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private String markedWords() {
    List<String> places =
        new Template(
                compose.credential().typeProperty().get(),
                compose.credential().values(),
                compose.call())
            .places();
    return places.isEmpty()
        ? "Nothing is marked yet: the request goes out as it is each time."
        : "The values go into: " + String.join(", ", places) + ".";
  }

  private void begin() {
    List<String> lines = values.get().lines().filter(line -> !line.isBlank()).toList();
    plan =
        new Plan(
            lines, times.get(), Duration.ofMillis(pause.get()), atOnce.get(), untilLetIn.get());
    arrived.clear();
    attempts.clear();
    kept = 0;
    planned.set(plan.count());
  }

  private void show() {
    due.set(false);
    List<Attempt> news = new ArrayList<>();
    for (Attempt next = arrived.poll(); next != null; next = arrived.poll()) {
      kept += next.bytes();
      news.add(kept > MOST_BYTES ? next.light() : next);
    }
    attempts.addAll(news);
  }

  /** How many values there are, in words. */
  StringBinding counted() {
    return Bindings.createStringBinding(
        () -> Texts.count(values.get().lines().filter(line -> !line.isBlank()).count(), "value"),
        values);
  }
}
