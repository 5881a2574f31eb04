package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.LoggedRecords;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server and the client that calls it. Every method may block; none may be called on
 * the JavaFX thread unless it says so. Safe for use by many threads.
 */
public final class Workbench implements AutoCloseable {
  /** Tells listeners what became of the server. */
  public enum State {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING
  }

  private static final Duration PATIENCE_FOR_RECORDS = Duration.ofSeconds(2);

  private final ServerOptions options;
  private final History history = new History();
  private final Object laboratoryLock = new Object();
  private @Nullable OwnServer laboratory;
  private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
  private volatile State state = State.STOPPED;
  private volatile @Nullable GatehouseServer server;
  private volatile OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  /** A workbench whose server is not started yet. */
  public Workbench(ServerOptions options) {
    this.options = options;
  }

  /** Starts the server and returns when it can be called; does nothing if it runs. */
  public synchronized void start() {
    if (server != null) {
      return;
    }
    become(State.STARTING);
    State result = State.STOPPED;
    try {
      GatehouseServer started = GatehouseServer.start(options);
      changeWire(
          WireOptions.standard()
              .trusting(started.certificateAuthority().orElse(null))
              .recordedBy(new LoggedRecords(started.exchanges(), PATIENCE_FOR_RECORDS)));
      server = started;
      result = State.RUNNING;
    } finally {
      become(result);
    }
  }

  /** Stops the server; does nothing if it does not run. */
  public synchronized void stop() {
    GatehouseServer running = server;
    if (running == null) {
      return;
    }
    become(State.STOPPING);
    server = null;
    try {
      running.close();
      changeWire(WireOptions.standard());
    } finally {
      become(State.STOPPED);
    }
  }

  private void changeWire(WireOptions next) {
    OkHttpWire before = wire;
    wire = new OkHttpWire(next);
    before.close();
  }

  private void become(State next) {
    state = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  /** What the server is doing. Never blocks. */
  public State state() {
    return state;
  }

  /** The running server; empty while it does not run. Never blocks. */
  public Optional<GatehouseServer> server() {
    return Optional.ofNullable(server);
  }

  /**
   * Where requests go: HTTPS if the server speaks it, else HTTP; empty while it does not run. Never
   * blocks.
   */
  public Optional<URI> base() {
    return server().map(running -> running.https().orElseGet(running::http));
  }

  /**
   * Calls {@code listener} after each change of state, on whatever thread changed it. Never blocks.
   */
  public void listen(Consumer<State> listener) {
    listeners.add(listener);
  }

  /** Everything that was sent with {@link #send}. Never blocks. */
  public History history() {
    return history;
  }

  /**
   * Sends over real sockets, trusting the running server's certificate authority and the
   * platform's. What is sent with it is not kept in the history. Never blocks; it stays good when
   * the server is started again.
   */
  public Wire wire() {
    return (purpose, draft) -> wire.send(purpose, draft);
  }

  /**
   * Sends a call with a credential, the hops that the credential needs first included, and keeps it
   * in the history. If one of those hops is refused, the exchange ends with it.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @throws CredentialException if the values do not make a credential, and nothing was sent
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange send(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException, InterruptedException {
    List<Hop> hops = new ArrayList<>();
    Wire collecting =
        (purpose, draft) -> {
          Hop hop = wire.send(purpose, draft);
          hops.add(hop);
          return hop;
        };
    try {
      collecting.send("the call", type.present(values, call, collecting));
    } catch (CredentialException stoppedOnTheWay) {
      if (hops.isEmpty()) {
        throw stoppedOnTheWay;
      }
    }
    Exchange exchange = new Exchange(hops);
    history.add(type.type(), values, call, exchange);
    return exchange;
  }

  /**
   * A server apart from the one a person works with, on which attacks can be tried. It is started
   * when first asked for and lives as long as the workbench.
   */
  public OwnServer laboratory() {
    synchronized (laboratoryLock) {
      if (laboratory == null) {
        laboratory = OwnServer.start();
      }
      return laboratory;
    }
  }

  /** Stops the server and the client. */
  @Override
  public synchronized void close() {
    stop();
    wire.close();
    synchronized (laboratoryLock) {
      if (laboratory != null) {
        laboratory.close();
        laboratory = null;
      }
    }
  }
}
