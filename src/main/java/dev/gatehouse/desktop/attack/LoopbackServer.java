package dev.gatehouse.desktop.attack;

import dev.gatehouse.server.trace.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** A server that takes part in an attack: a real one on this machine, on a port of its own. */
final class LoopbackServer implements AutoCloseable {
  private static final int THREADS = 6;

  /**
   * What came.
   *
   * @param server where it came to, without a path
   * @param path without its query
   * @param query without its question mark; empty if there is none
   * @param body as text
   */
  record Received(URI server, String path, String query, String body) {}

  /** What is answered. */
  record Answer(int status, List<Header> headers, String body) {
    /** JSON. */
    static Answer json(int status, String body) {
      return new Answer(status, List.of(new Header("Content-Type", "application/json")), body);
    }

    /** The browser is sent on. */
    static Answer redirect(String address) {
      return new Answer(302, List.of(new Header("Location", address)), "");
    }
  }

  /** Answers requests, on threads of the server. */
  @FunctionalInterface
  interface Answering {
    /** The answer. */
    Answer to(Received received);
  }

  private final Server server;
  private final URI uri;

  private LoopbackServer(Server server, URI uri) {
    this.server = server;
    this.uri = uri;
  }

  /** Opens one that answers like this. */
  static LoopbackServer open(Answering answering) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setDaemon(true);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Doorway(answering));
    try {
      server.start();
    } catch (Exception failed) {
      throw new IllegalStateException("no port could be opened on this machine", failed);
    }
    return new LoopbackServer(server, URI.create("http://127.0.0.1:" + connector.getLocalPort()));
  }

  /** Where it answers, without a path. */
  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception already) {
      // Nobody needs it any more, however it ends.
      server.destroy();
    }
  }

  private static final class Doorway extends Handler.Abstract {
    private final Answering answering;

    Doorway(Answering answering) {
      this.answering = answering;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      @Nullable String query = request.getHttpURI().getQuery();
      Received received =
          new Received(
              URI.create("http://" + request.getHttpURI().getAuthority()),
              request.getHttpURI().getPath(),
              query == null ? "" : query,
              Content.Source.asString(request, StandardCharsets.UTF_8));
      Answer answer = answering.to(received);
      response.setStatus(answer.status());
      answer.headers().forEach(h -> response.getHeaders().put(h.name(), h.value()));
      Content.Sink.write(response, true, answer.body(), callback);
      return true;
    }
  }
}
