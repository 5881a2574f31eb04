package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.DraftReview;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.ServerStartException;
import dev.gatehouse.server.trace.Weakness;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

  private final ServerOptions options;
  private final History history = new History();
  private final Map<String, OwnServer> laboratories = new HashMap<>();
  private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
  // What calls other servers while there is none of our own.
  private final OkHttpWire outside = new OkHttpWire(WireOptions.standard());
  private volatile State state = State.STOPPED;
  private volatile UnaryOperator<Wire> diversion = UnaryOperator.identity();
  private volatile @Nullable OwnServer running;
  private @Nullable OwnServer before;

  /** A workbench whose server is not started yet. */
  public Workbench(ServerOptions options) {
    this.options = options;
  }

  /** Starts the server and returns when it can be called; does nothing if it runs. */
  public synchronized void start() {
    if (running != null) {
      return;
    }
    become(State.STARTING);
    State result = State.STOPPED;
    try {
      OwnServer started = startAgain();
      before = started;
      running = started;
      result = State.RUNNING;
    } finally {
      become(result);
    }
  }

  /**
   * On the ports that it had before, so that other programs find it again; if these are taken now,
   * on those that were asked for.
   */
  private OwnServer startAgain() {
    if (before != null) {
      GatehouseServer last = before.server();
      try {
        return OwnServer.start(
            options.onPorts(last.http().getPort(), last.https().map(URI::getPort).orElse(null)));
      } catch (ServerStartException taken) {
        before = null;
      }
    }
    return OwnServer.start(options);
  }

  /** Stops the server; does nothing if it does not run. */
  public synchronized void stop() {
    OwnServer stopped = running;
    if (stopped == null) {
      return;
    }
    become(State.STOPPING);
    running = null;
    try {
      stopped.close();
    } finally {
      become(State.STOPPED);
    }
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
    return Optional.ofNullable(running).map(OwnServer::server);
  }

  /**
   * Where requests go: HTTPS if the server speaks it, else HTTP; empty while it does not run. Never
   * blocks.
   */
  public Optional<URI> base() {
    return Optional.ofNullable(running).map(OwnServer::base);
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
   * the server is started again. Whoever calls with it has the weaknesses of the running server,
   * where these are about callers.
   */
  public Wire wire() {
    return new Wire() {
      @Override
      public Hop send(String purpose, Draft draft) throws InterruptedException {
        OwnServer now = running;
        return (now == null ? outside : now.wire()).send(purpose, draft);
      }

      @Override
      public Predicate<Weakness> callerWeaknesses() {
        return server()
            .<Predicate<Weakness>>map(GatehouseServer::weaknesses)
            .orElse(weakness -> false);
      }
    };
  }

  /**
   * From now on {@link #send} and {@link #attempt} send through a wire that is put around the own
   * one; what is under way stays as it is. Never blocks.
   *
   * @param around puts it there; the identity to send straight on again
   */
  public void divert(UnaryOperator<Wire> around) {
    diversion = around;
  }

  /**
   * Sends a call with a credential, as {@link OwnServer#send} does, and keeps it in the history.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @throws CredentialException if the values do not make a credential, and nothing was sent
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange send(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException, InterruptedException {
    return send(type, values, call, DraftReview.NONE);
  }

  /**
   * Does the same, and lets somebody look at each request before it leaves.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @param review sees each request, and may send another in its place
   * @throws CredentialException if the values do not make a credential, and nothing was sent
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange send(
      CredentialType type, Map<String, String> values, Draft call, DraftReview review)
      throws CredentialException, InterruptedException {
    Exchange exchange = OwnServer.send(diversion.apply(wire()), type, values, call, review);
    history.add(type.type(), values, call, exchange);
    return exchange;
  }

  /**
   * Sends a call with a credential, as {@link #send} does, and keeps nothing of it: for those that
   * are sent by the hundred.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @throws CredentialException if the values do not make a credential, and nothing was sent
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange attempt(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException, InterruptedException {
    return OwnServer.send(diversion.apply(wire()), type, values, call, DraftReview.NONE);
  }

  /**
   * A server apart from the one a person works with, one for each purpose, whose weaknesses can be
   * switched on without anybody else noticing. It is started when first asked for and lives as long
   * as the workbench.
   *
   * @param purpose what is tried on it, for example {@code attacks}
   */
  public OwnServer laboratory(String purpose) {
    return laboratory(purpose, ServerOptions.onAnyPort());
  }

  /** The same, started with these options. */
  public OwnServer laboratory(String purpose, ServerOptions asked) {
    synchronized (laboratories) {
      return laboratories.computeIfAbsent(purpose, first -> OwnServer.start(asked));
    }
  }

  /** Stops the servers and the client. */
  @Override
  public synchronized void close() {
    stop();
    outside.close();
    synchronized (laboratories) {
      laboratories.values().forEach(OwnServer::close);
      laboratories.clear();
    }
  }
}
