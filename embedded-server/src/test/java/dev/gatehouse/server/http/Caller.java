package dev.gatehouse.server.http;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Vote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls a running server over plain sockets, so that what is sent is exactly what a test says. */
final class Caller {
  private static final int PATIENCE_MILLIS = 30_000;

  private final GatehouseServer server;

  Caller(GatehouseServer server) {
    this.server = server;
  }

  /** Sends a request without a body; header lines as {@code Name: value}. */
  Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Sends a JSON body. */
  Answer json(String method, String path, String body, String... headers) {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = "Content-Type: application/json";
    return send(method, path, body, all);
  }

  /** Sends a request. */
  Answer send(String method, String path, String body, String... headers) {
    StringBuilder request =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + authority() + "\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    if (length > 0) {
      request.append("Content-Length: ").append(length).append("\r\n");
    }
    return raw(request + "Connection: close\r\n\r\n" + body);
  }

  /** Sends these very characters, and reads until the server hangs up. */
  Answer raw(String request) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return Answer.read(socket.getInputStream().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new connection. */
  Socket connect() throws IOException {
    Socket socket = new Socket(server.http().getHost(), server.http().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  String authority() {
    return server.http().getAuthority();
  }

  /** The server's record of an answer. */
  ExchangeRecord record(Answer answer) {
    return server.exchanges().find(answer.header("Exchange-Id")).orElseThrow();
  }

  /** The check or rule that decided against a request; a dash if none did. */
  String decidedBy(Answer answer) {
    ExchangeRecord exchange = record(answer);
    return exchange
        .authentication()
        .failure()
        .map(CheckResult::id)
        .or(() -> exchange.authorization().denial().map(Vote::id))
        .orElse("-");
  }

  String secret(String person, String name) {
    return server.people().stream()
        .filter(one -> one.id().equals(person))
        .map(one -> one.secrets().get(name))
        .findFirst()
        .orElseThrow();
  }

  String basic(String person) {
    return basic(person, secret(person, "password"));
  }

  static String basic(String person, String password) {
    byte[] both = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(both);
  }

  String apiKey(String person) {
    return "X-API-Key: " + secret(person, "apiKey");
  }

  String opaque(String person) {
    return bearer(secret(person, "opaqueToken"));
  }

  String jwt(String person) {
    return bearer(secret(person, "jwt"));
  }

  static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }
}
