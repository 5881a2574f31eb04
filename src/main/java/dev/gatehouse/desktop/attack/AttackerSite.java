package dev.gatehouse.desktop.attack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A web site of the attacker's, on a port of this machine that is free: another origin than the
 * API, but the same site, so that SameSite=Lax lets cookies travel.
 */
final class AttackerSite implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int LARGEST_BODY = 1 << 20;

  private final HttpServer server;
  private final Map<String, String> received = new ConcurrentHashMap<>();

  private AttackerSite(HttpServer server) {
    this.server = server;
  }

  /** An empty site. */
  static AttackerSite open() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), 0), 0);
      server.start();
      return new AttackerSite(server);
    } catch (IOException unopened) {
      throw new UncheckedIOException(unopened);
    }
  }

  /** Shows this to whoever asks for the path, and keeps what is sent there. */
  void serve(String path, String contentType, String content) {
    byte[] body = content.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          byte[] sent = exchange.getRequestBody().readNBytes(LARGEST_BODY);
          if (sent.length > 0) {
            received.put(path, new String(sent, StandardCharsets.UTF_8));
          }
          exchange.getResponseHeaders().set("Content-Type", contentType);
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  /** What was sent to this path last, if anything was. */
  Optional<String> received(String path) {
    return Optional.ofNullable(received.get(path));
  }

  /** The origin of its pages, as browsers write it. */
  String origin() {
    return "http://" + HOST + ":" + port();
  }

  /** The port at which it answers. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
