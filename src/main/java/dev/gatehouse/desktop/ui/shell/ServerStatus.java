package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.desktop.workbench.Workbench.State;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.GatehouseServer;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded server is doing, for the screen to bind to. Belongs to the JavaFX thread; the
 * server is started and stopped in the background.
 */
public final class ServerStatus {
  private final Workbench workbench;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STOPPED);
  private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ObservableList<String> weaknesses = FXCollections.observableArrayList();
  private final ObservableList<String> shownWeaknesses =
      FXCollections.unmodifiableObservableList(weaknesses);
  private final BooleanBinding running =
      Bindings.createBooleanBinding(() -> state.get() == State.RUNNING, state);

  private @Nullable GatehouseServer listenedTo;

  /**
   * Something that was tried with the server and did not work.
   *
   * @param what in a sentence, for example {@code The Calendar API did not start.}
   * @param why in words
   */
  public record Failure(String what, String why) {}

  /** Watches a workbench. */
  public ServerStatus(Workbench workbench, Background background) {
    this.workbench = workbench;
    this.background = background;
    workbench.listen(now -> Platform.runLater(this::refresh));
    refresh();
  }

  /** What it is doing. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether requests can be sent. */
  public BooleanBinding running() {
    return running;
  }

  /** Where requests go, for example {@code https://127.0.0.1:8443}; empty while it does not run. */
  public ReadOnlyStringProperty address() {
    return address.getReadOnlyProperty();
  }

  /** What did not work the last time that something was asked of it; null if everything did. */
  public ReadOnlyObjectProperty<@Nullable Failure> failure() {
    return failure.getReadOnlyProperty();
  }

  /** The names of the weaknesses that are on, in order; unmodifiable. */
  public ObservableList<String> weaknesses() {
    return shownWeaknesses;
  }

  /** Starts it, unless it runs. */
  public void start() {
    act(workbench::start, () -> {}, "The Calendar API did not start.");
  }

  /** Stops it, if it runs. */
  public void stop() {
    act(workbench::stop, () -> {}, "The Calendar API did not stop as it should.");
  }

  /**
   * Puts its data, switches, sessions and log back to how they were at the start.
   *
   * @param done called when they are
   */
  public void reset(Runnable done) {
    act(
        () -> workbench.server().ifPresent(GatehouseServer::reset),
        done,
        "The Calendar API could not be reset.");
  }

  /** What a server with this weakness does, in a sentence; empty if it is not known. */
  public Optional<String> summary(String weakness) {
    return ask(GatehouseServer::catalogue)
        .flatMap(catalogue -> catalogue.weakness(weakness))
        .map(Catalogue.Switch::summary);
  }

  /** Switches a weakness on or off, at once, unless {@link #locked}. */
  public void weaken(String name, boolean on) {
    workbench
        .server()
        .map(GatehouseServer::weaknesses)
        .filter(weaknesses -> !(on && weaknesses.isLocked()))
        .ifPresent(weaknesses -> weaknesses.set(name, on));
  }

  /** Whether no weakness can be switched on, since other machines can reach the server. */
  public boolean locked() {
    return workbench.server().map(server -> server.weaknesses().isLocked()).orElse(false);
  }

  /** Switches every weakness off, at once. */
  public void harden() {
    workbench.server().ifPresent(server -> server.weaknesses().clear());
  }

  /** Something of the running server; empty while it does not run. */
  public <T> Optional<T> ask(Function<GatehouseServer, T> question) {
    return workbench.server().map(question);
  }

  private void act(Background.Work work, Runnable done, String otherwise) {
    failure.set(null);
    background.run(
        work,
        () -> {
          refresh();
          done.run();
        },
        wrong -> explain(otherwise, wrong));
  }

  private void explain(String what, Throwable wrong) {
    String message = wrong.getMessage();
    String why = message == null || message.isBlank() ? wrong.getClass().getSimpleName() : message;
    failure.set(new Failure(what, why));
    refresh();
  }

  private void refresh() {
    State now = workbench.state();
    address.set(workbench.base().map(URI::toString).orElse(""));
    // By the server itself: it may have been stopped and started again since the last look.
    workbench.server().filter(server -> !server.equals(listenedTo)).ifPresent(this::listenTo);
    refreshWeaknesses();
    state.set(now);
  }

  private void listenTo(GatehouseServer server) {
    listenedTo = server;
    server.weaknesses().listen(names -> Platform.runLater(this::refreshWeaknesses));
  }

  private void refreshWeaknesses() {
    Set<String> on = workbench.server().map(server -> server.weaknesses().on()).orElseGet(Set::of);
    weaknesses.setAll(on.stream().sorted().toList());
  }
}
