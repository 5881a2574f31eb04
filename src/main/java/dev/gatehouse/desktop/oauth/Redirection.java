package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Between;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Loopback;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.HttpUrl;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser comes back to. An address of this machine is really listened to, on a port of
 * its own if none is named (RFC 8252 §7.3); of any other only the address is known.
 */
public final class Redirection implements AutoCloseable {
  private static final int THREADS = 6;
  private static final String PAGE =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Back in Gatehouse</title>"
          + "<p>You can close this page and go back to Gatehouse.</p></html>";

  /**
   * The browser has come back.
   *
   * @param request what it sent
   * @param at when
   */
  record Arrival(Draft request, Instant at) {
    /** As a hop: the program answers with a page that can be closed. */
    Hop hop() {
      byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
      StringBuilder raw =
          new StringBuilder("GET ").append(request.target()).append(" HTTP/1.1\r\n");
      request
          .headers()
          .forEach(h -> raw.append(h.name()).append(": ").append(h.value()).append("\r\n"));
      byte[] sent = raw.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
      List<Header> headers = List.of(new Header("Content-Type", "text/html;charset=utf-8"));
      return new Hop(
              "return",
              at,
              request,
              sent,
              200,
              "OK",
              headers,
              page,
              page,
              Duration.ZERO,
              null,
              null)
          .between(Between.RETURN);
    }
  }

  private final String uri;
  private final @Nullable Server server;
  private final CompletableFuture<Arrival> arrival;
  private final Duration patience;

  private Redirection(
      String uri, @Nullable Server server, CompletableFuture<Arrival> arrival, Duration patience) {
    this.uri = uri;
    this.server = server;
    this.arrival = arrival;
    this.patience = patience;
  }

  /**
   * Begins to listen if the address is one of this machine.
   *
   * @param patience how long the browser is waited for
   * @throws FlowException if it is no address, or something else listens there
   */
  static Redirection open(String address, Duration patience, Clock clock) throws FlowException {
    CompletableFuture<Arrival> arrival = new CompletableFuture<>();
    @Nullable HttpUrl url = HttpUrl.parse(address);
    if (url == null || url.isHttps() || !Loopback.contains(url)) {
      return elsewhere(address);
    }
    boolean anyPort = !address.contains(url.host() + ":" + url.port()) && !ofSix(address, url);
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(url.host());
    connector.setPort(anyPort ? 0 : url.port());
    server.addConnector(connector);
    server.setHandler(new Doorway(url.encodedPath(), arrival, clock));
    try {
      server.start();
    } catch (Exception taken) {
      throw new FlowException(
          "Nobody can be listened to at "
              + address
              + ": something else may be there. Choose another port.");
    }
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    String uri =
        anyPort ? "http://" + host + ":" + connector.getLocalPort() + url.encodedPath() : address;
    return new Redirection(uri, server, arrival, patience);
  }

  /** An address of which no more than the address is known. */
  static Redirection elsewhere(String address) {
    return new Redirection(address, null, new CompletableFuture<>(), Duration.ZERO);
  }

  private static boolean ofSix(String address, HttpUrl url) {
    return address.contains("[" + url.host() + "]:" + url.port());
  }

  /** The address, with its port. */
  public String uri() {
    return uri;
  }

  /** Whether somebody is there when the browser comes back. */
  boolean isListening() {
    return server != null;
  }

  /** Whether an address is this one, whatever its parameters. */
  boolean isMeant(String url) {
    return url.equals(uri) || url.startsWith(uri + "?") || url.startsWith(uri + "#");
  }

  /**
   * Waits until the browser has come back.
   *
   * @throws FlowException if it does not
   */
  Arrival await() throws FlowException, InterruptedException {
    try {
      return arrival.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new FlowException(
          "The browser has not come back within " + patience.toMinutes() + " minutes. Send again.");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    if (server == null) {
      return;
    }
    try {
      server.stop();
    } catch (Exception already) {
      // Nobody needs it any more, however it ends.
      arrival.cancel(true);
    }
  }

  /** Takes the first request that comes to the right path. */
  private static final class Doorway extends Handler.Abstract {
    private final String path;
    private final CompletableFuture<Arrival> arrival;
    private final Clock clock;

    Doorway(String path, CompletableFuture<Arrival> arrival, Clock clock) {
      this.path = path;
      this.arrival = arrival;
      this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (!Request.getPathInContext(request).equals(path)) {
        return false;
      }
      List<Header> headers = request.getHeaders().stream().map(Doorway::header).toList();
      String url = request.getHttpURI().asString();
      arrival.complete(new Arrival(new Draft("GET", url, headers, new byte[0]), clock.instant()));
      response.getHeaders().put("Content-Type", "text/html;charset=utf-8");
      response.getHeaders().put("Referrer-Policy", "no-referrer");
      Content.Sink.write(response, true, PAGE, callback);
      return true;
    }

    private static Header header(HttpField field) {
      return new Header(field.getName(), String.valueOf(field.getValue()));
    }
  }
}
