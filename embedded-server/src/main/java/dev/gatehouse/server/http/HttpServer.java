package dev.gatehouse.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** Jetty, as this server needs it. Ports are opened before it serves, so that they are known. */
final class HttpServer implements AutoCloseable {
  private static final int MOST_THREADS = 64;
  private static final int FEWEST_THREADS = 6;
  private static final Duration SWEEP = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofMillis(200);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final Server server;
  private final ConnectionLimits limits;
  private final Connections connections;

  HttpServer(ConnectionLimits limits) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("http");
    threads.setDaemon(true);
    threads.setStopTimeout(STOP.toMillis());
    this.server = new Server(threads, new ScheduledExecutorScheduler("http-timer", true), null);
    this.limits = limits;
    this.connections = new Connections(limits);
    server.setStopTimeout(0);
  }

  /**
   * Opens a port.
   *
   * @param tls what TLS connections are made with, or null for plain HTTP
   * @return the port, which is another one if {@code port} is 0
   * @throws IOException if it cannot be opened
   */
  int open(String host, int port, @Nullable SSLContext tls) throws IOException {
    HttpConnectionFactory http = new HttpConnectionFactory(configuration());
    ServerConnector connector =
        tls == null
            ? new ServerConnector(server, 1, 1, http)
            : new ServerConnector(
                server, 1, 1, new SslConnectionFactory(withContext(tls), protocol()), http);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setAcceptQueueSize(512);
    connector.addBean(connections);
    connector.open();
    server.addConnector(connector);
    return connector.getLocalPort();
  }

  /** The connections, to be told of requests. */
  Connections connections() {
    return connections;
  }

  /**
   * Begins to serve.
   *
   * @throws Exception if Jetty cannot be started
   */
  void start(Handler handler, Request.Handler errors, Runnable signOfLife) throws Exception {
    server.setHandler(handler);
    server.setErrorHandler(errors);
    server.start();
    every(SWEEP, connections::sweep);
    every(SIGN_OF_LIFE, signOfLife);
  }

  /** Stops at once: what is being served is cut off. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server could not be stopped", e);
    }
  }

  private void every(Duration pause, Runnable work) {
    server
        .getScheduler()
        .schedule(
            () -> {
              try {
                work.run();
              } finally {
                // One that fails must not be the last.
                every(pause, work);
              }
            },
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(ConnectionLimits.MAX_HEAD);
    configuration.setNotifyRemoteAsyncErrors(true);
    // The record shows header lines as they came, so their case is kept.
    configuration.setHttpCompliance(
        HttpCompliance.RFC9110.with("AS_SENT", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
    // Ambiguous paths are for the check path.canonical to refuse, where the trace shows it.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }

  private static SslContextFactory.Server withContext(SSLContext tls) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(tls);
    // A certificate is asked for, and who has none is let in all the same.
    factory.setWantClientAuth(true);
    factory.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    return factory;
  }

  private static String protocol() {
    return HttpVersion.HTTP_1_1.asString();
  }
}
