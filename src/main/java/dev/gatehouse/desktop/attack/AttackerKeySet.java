package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server of the attacker's that publishes a key (RFC 7517 §5). */
final class AttackerKeySet implements AutoCloseable {
  private static final String PATH = "/keys.json";

  private final HttpServer server;

  private AttackerKeySet(HttpServer server) {
    this.server = server;
  }

  /** Publishes this key, on a port of this machine that is free. */
  static AttackerKeySet publish(ObjectNode publicJwk) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    set.putArray("keys").add(publicJwk);
    byte[] body = set.toString().getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      server.createContext(
          PATH,
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return new AttackerKeySet(server);
    } catch (IOException unopened) {
      throw new UncheckedIOException(unopened);
    }
  }

  /** Where it is published. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
