package dev.gatehouse.desktop.intercept;

import dev.gatehouse.desktop.exchange.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Stands between other programs of this machine and the Calendar API: what comes to its port goes
 * through the checkpoint, on to the API, and back. It reaches nothing but the API.
 */
public final class Relay implements AutoCloseable {
  private static final int THREADS = Checkpoint.MOST_HELD + 28;
  private static final String LOOPBACK = "127.0.0.1";

  private final Server server;
  private final URI address;
  private final Checkpoint checkpoint;

  private Relay(Server server, URI address, Checkpoint checkpoint) {
    this.server = server;
    this.address = address;
    this.checkpoint = checkpoint;
  }

  /**
   * Begins to listen on any free port of the loopback interface.
   *
   * @param api where the Calendar API answers by HTTP; empty while it does not run
   * @param wire sends on
   * @throws IOException if no port can be had
   */
  public static Relay open(Checkpoint checkpoint, Supplier<Optional<URI>> api, Wire wire)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("relay");
    threads.setDaemon(true);
    threads.setStopTimeout(1_000);
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(LOOPBACK);
    connector.setPort(0);
    // Whoever waits for a person to decide is not idle.
    connector.setIdleTimeout(2 * Checkpoint.LONGEST.toMillis());
    server.addConnector(connector);
    server.setHandler(new RelayHandler(checkpoint, api, wire));
    server.setStopTimeout(0);
    try {
      server.start();
    } catch (Exception failed) {
      throw new IOException("The relay cannot listen: " + failed.getMessage(), failed);
    }
    return new Relay(
        server, URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort()), checkpoint);
  }

  /** Where other programs find it. */
  public URI address() {
    return address;
  }

  /** Lets everything go that waits, and stops to listen. */
  @Override
  public void close() {
    checkpoint.close();
    try {
      server.stop();
    } catch (Exception already) {
      // Nobody needs it any more, however it ends; nor is anybody to wait for it.
      checkpoint.letAllGo();
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    // What comes is to go on as it came: it is for the API to refuse it.
    configuration.setHttpCompliance(
        HttpCompliance.RFC9110.with("AS_SENT", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }
}
