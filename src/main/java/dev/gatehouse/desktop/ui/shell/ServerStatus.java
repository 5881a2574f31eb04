package dev.gatehouse.desktop.ui.shell;

import dev.gatehouse.desktop.ui.Background;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.desktop.workbench.Workbench.State;
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

/**
 * What the embedded server is doing, for the screen to bind to. Belongs to the JavaFX thread; the
 * server is started and stopped in the background.
 */
public final class ServerStatus {
  private final Workbench workbench;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STOPPED);
  private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ObservableList<String> weaknesses = FXCollections.observableArrayList();
  private final ObservableList<String> shownWeaknesses =
      FXCollections.unmodifiableObservableList(weaknesses);
  private final BooleanBinding running =
      Bindings.createBooleanBinding(() -> state.get() == State.RUNNING, state);

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

  /** Why it could not be started, in words; empty if it could or was not asked to. */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  /** The names of the weaknesses that are on, in order; unmodifiable. */
  public ObservableList<String> weaknesses() {
    return shownWeaknesses;
  }

  /** Starts it, unless it runs. */
  public void start() {
    failure.set("");
    act(workbench::start);
  }

  /** Stops it, if it runs. */
  public void stop() {
    failure.set("");
    act(workbench::stop);
  }

  /** Puts its data, switches, sessions and log back to how they were at the start. */
  public void reset() {
    act(() -> workbench.server().ifPresent(GatehouseServer::reset));
  }

  /** Switches a weakness on or off. */
  public void weaken(String name, boolean on) {
    act(() -> workbench.server().ifPresent(server -> server.weaknesses().set(name, on)));
  }

  /** Switches every weakness off. */
  public void harden() {
    act(() -> workbench.server().ifPresent(server -> server.weaknesses().clear()));
  }

  /** Something of the running server; empty while it does not run. */
  public <T> Optional<T> ask(Function<GatehouseServer, T> question) {
    return workbench.server().map(question);
  }

  private void act(Background.Work work) {
    background.run(work, this::refresh, this::explain);
  }

  private void explain(Throwable wrong) {
    String message = wrong.getMessage();
    failure.set(message == null || message.isBlank() ? wrong.getClass().getSimpleName() : message);
    refresh();
  }

  private void refresh() {
    State before = state.get();
    State now = workbench.state();
    address.set(workbench.base().map(URI::toString).orElse(""));
    if (now == State.RUNNING && before != State.RUNNING) {
      workbench
          .server()
          .ifPresent(
              server ->
                  server.weaknesses().listen(names -> Platform.runLater(this::refreshWeaknesses)));
    }
    refreshWeaknesses();
    state.set(now);
  }

  private void refreshWeaknesses() {
    Set<String> on = workbench.server().map(server -> server.weaknesses().on()).orElseGet(Set::of);
    weaknesses.setAll(on.stream().sorted().toList());
  }
}
