package dev.gatehouse.desktop.ui.attack;

import dev.gatehouse.desktop.attack.Attack;
import dev.gatehouse.desktop.attack.AttackGroup;
import dev.gatehouse.desktop.attack.AttackOutcome;
import dev.gatehouse.desktop.attack.AttackReport;
import dev.gatehouse.desktop.attack.crack.Progress;
import dev.gatehouse.desktop.ui.Background;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/**
 * Which attack is looked at, what became of those that were carried out, and how far one has
 * stepped.
 */
final class AttackModel {
  /** Carries an attack out against both servers. May block. */
  @FunctionalInterface
  interface Comparison {
    /**
     * What became of it on each.
     *
     * @param progress told now and then how far it has come
     */
    AttackOutcome of(Attack attack, Consumer<Progress> progress) throws InterruptedException;
  }

  /** Runs blocking work and delivers what came of it on the JavaFX thread. */
  @FunctionalInterface
  interface Runner {
    /** See {@link Background#call}. */
    Background.Job run(
        Callable<AttackOutcome> work, Consumer<AttackOutcome> done, Consumer<Throwable> failed);
  }

  private final List<Attack> all;
  private final Comparison comparison;
  private final Runner runner;
  private final Executor window;
  private final ObjectProperty<Attack> selected;
  private final ObservableMap<String, AttackOutcome> outcomes = FXCollections.observableHashMap();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Attack>> queue = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private Background.@Nullable Job job;
  private int runs;

  /**
   * Nothing carried out yet, the first attack selected.
   *
   * @param all every attack, in order; at least one
   * @param comparison carries one out, in the background
   * @param window runs things on the JavaFX thread
   */
  AttackModel(List<Attack> all, Comparison comparison, Runner runner, Executor window) {
    this.all = List.copyOf(all);
    this.comparison = comparison;
    this.runner = runner;
    this.window = window;
    this.selected = new SimpleObjectProperty<>(all.get(0));
    selected.addListener((observable, before, now) -> showAll());
  }

  /** Counts what becomes of the selected attack, so that a view knows when to look again. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** Every attack, in order. */
  List<Attack> all() {
    return all;
  }

  /** Those in whose name, title or weakness every word of {@code words} occurs, in order. */
  List<Attack> matching(String words) {
    return matching(words, Optional.empty());
  }

  /** The same, of one group alone if one is given. */
  List<Attack> matching(String words, Optional<AttackGroup> group) {
    List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return all.stream()
        .filter(attack -> group.isEmpty() || group.get() == attack.card().group())
        .filter(attack -> wanted.stream().allMatch(word -> textOf(attack).contains(word)))
        .toList();
  }

  /** The one that is looked at. */
  ObjectProperty<Attack> selected() {
    return selected;
  }

  /** What became of those that were carried out, by name. */
  ObservableMap<String, AttackOutcome> outcomes() {
    return outcomes;
  }

  /** What became of the selected one, if it was carried out. */
  Optional<AttackOutcome> outcome() {
    return Optional.ofNullable(outcomes.get(selected.get().name()));
  }

  /** Whether one is under way. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** Those that are still to be carried out, the one under way first; none while nothing is. */
  ReadOnlyObjectProperty<List<Attack>> queue() {
    return queue.getReadOnlyProperty();
  }

  /** How far the one under way has come, in words; empty while it does not say. */
  ReadOnlyStringProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Why the last one could not be carried out; empty if it could. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** How many steps of the selected attack are shown; all of them unless somebody steps through. */
  ReadOnlyIntegerProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /** How many steps the selected attack has; none before it was carried out. */
  int stepCount() {
    return outcome().map(outcome -> outcome.hardened().steps().size()).orElse(0);
  }

  /** Whether the step at which the two servers part is shown. */
  boolean decided() {
    return outcome().map(outcome -> shown.get() > outcome.decidingStep()).orElse(false);
  }

  /** Carries the selected attack out. */
  void run() {
    carryOut(List.of(selected.get()));
  }

  /** Carries every attack out, one after the other. */
  void runAll() {
    carryOut(all);
  }

  /** Stops what is under way. */
  void cancel() {
    if (job != null) {
      job.cancel();
      job = null;
    }
    queue.set(List.of());
    ended();
  }

  /** Shows one step more; returns whether there was one. */
  boolean next() {
    if (shown.get() >= stepCount()) {
      return false;
    }
    show(shown.get() + 1);
    return true;
  }

  /** Shows one step less; returns whether there was one. */
  boolean previous() {
    if (shown.get() <= 0) {
      return false;
    }
    show(shown.get() - 1);
    return true;
  }

  /** Shows no step yet, to step through from the beginning. */
  void restart() {
    show(0);
  }

  /** Whether every step is shown. */
  boolean complete() {
    return outcome().isPresent() && shown.get() >= stepCount();
  }

  private void carryOut(List<Attack> wanted) {
    cancel();
    if (wanted.isEmpty()) {
      return;
    }
    tell("");
    queue.set(List.copyOf(wanted));
    running.set(true);
    Attack attack = wanted.get(0);
    int run = ++runs;
    job =
        runner.run(
            () -> comparison.of(attack, made -> window.execute(() -> tell(run, made))),
            outcome -> {
              keep(outcome);
              ended();
              carryOut(wanted.subList(1, wanted.size()));
            },
            this::explain);
  }

  private void keep(AttackOutcome outcome) {
    outcomes.put(outcome.attack().name(), outcome);
    if (outcome.attack().equals(selected.get())) {
      showAll();
    }
  }

  /** What an attack says that has ended meanwhile is not told any more. */
  private void tell(int run, Progress made) {
    if (running.get() && run == runs) {
      progress.set("Tried " + made.words());
    }
  }

  private void ended() {
    running.set(false);
    progress.set("");
  }

  private void explain(Throwable wrong) {
    queue.set(List.of());
    ended();
    tell("It could not be carried out: " + wrong.getMessage());
  }

  private void tell(String words) {
    if (!words.equals(problem.get())) {
      problem.set(words);
      changes.set(changes.get() + 1);
    }
  }

  private void showAll() {
    show(stepCount());
  }

  private void show(int steps) {
    shown.set(steps);
    changes.set(changes.get() + 1);
  }

  /** What became of those that were carried out, to hand on; in the order of the list. */
  AttackReport report() {
    return new AttackReport(
        all.stream().flatMap(attack -> Stream.ofNullable(outcomes.get(attack.name()))).toList());
  }

  /** What became of those that were carried out, in a sentence; empty if none was. */
  String tally() {
    long asItShouldBe = report().right();
    if (outcomes.isEmpty()) {
      return "";
    }
    String carriedOut = outcomes.size() + " of " + all.size() + " carried out: ";
    return asItShouldBe == outcomes.size()
        ? carriedOut + "each gets in where weakened and is stopped where hardened."
        : carriedOut + (outcomes.size() - asItShouldBe) + " not as it should be.";
  }

  private static String textOf(Attack attack) {
    return Stream.of(
            attack.name(),
            attack.card().title(),
            attack.card().weakness(),
            attack.card().group().title(),
            String.join(" ", attack.card().sources()))
        .reduce("", (a, b) -> a + " " + b)
        .toLowerCase(Locale.ROOT);
  }
}
