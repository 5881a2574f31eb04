package dev.gatehouse.desktop.workbench;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The embedded server and the client that calls it. Every method may block; none may be called on
 * the JavaFX thread unless it says so. Safe for use by many threads.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Workbench implements AutoCloseable {
  /** Tells listeners what became of the server. */
  public enum State {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING
  }

  /** A workbench whose server is not started yet. */
  public Workbench(ServerOptions options) {}

  /** Starts the server and returns when it can be called; does nothing if it runs. */
  public void start() {
    throw new UnsupportedOperationException();
  }

  /** Stops the server; does nothing if it does not run. */
  public void stop() {
    throw new UnsupportedOperationException();
  }

  /** What the server is doing. Never blocks. */
  public State state() {
    throw new UnsupportedOperationException();
  }

  /** The running server; empty while it does not run. Never blocks. */
  public Optional<GatehouseServer> server() {
    throw new UnsupportedOperationException();
  }

  /**
   * Where requests go: HTTPS if the server speaks it, else HTTP; empty while it does not run. Never
   * blocks.
   */
  public Optional<URI> base() {
    throw new UnsupportedOperationException();
  }

  /**
   * Calls {@code listener} after each change of state, on whatever thread changed it. Never blocks.
   */
  public void listen(Consumer<State> listener) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends over real sockets, trusting the running server's certificate authority and the
   * platform's.
   */
  public Wire wire() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a call with a credential, the hops that the credential needs first included.
   *
   * @param values the credential's fields, by field name
   * @param call the request without its credential
   * @throws CredentialException if the values do not make a credential
   * @throws InterruptedException if the person cancelled it
   */
  public Exchange send(CredentialType type, Map<String, String> values, Draft call)
      throws CredentialException, InterruptedException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
