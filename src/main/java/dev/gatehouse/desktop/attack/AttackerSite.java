package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.attack.LoopbackServer.Answer;
import dev.gatehouse.desktop.attack.LoopbackServer.Received;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A web site of the attacker's, on a port of this machine that is free: another origin than the
 * API, but the same site, so that SameSite=Lax lets cookies travel.
 */
final class AttackerSite implements AutoCloseable {
  private final Map<String, Answer> pages = new ConcurrentHashMap<>();
  private final Map<String, String> received = new ConcurrentHashMap<>();
  private final LoopbackServer server = LoopbackServer.open(this::answer);

  /** Shows this to whoever asks for the path, and keeps what is sent there. */
  void serve(String path, String contentType, String content) {
    pages.put(path, new Answer(200, List.of(new Header("Content-Type", contentType)), content));
  }

  private Answer answer(Received request) {
    if (!request.body().isEmpty()) {
      received.put(request.path(), request.body());
    }
    return pages.getOrDefault(request.path(), new Answer(404, List.of(), ""));
  }

  /** What was sent to this path last, if anything was. */
  Optional<String> received(String path) {
    return Optional.ofNullable(received.get(path));
  }

  /** The origin of its pages, as browsers write it. */
  String origin() {
    return server.uri().toString();
  }

  /** The port at which it answers. */
  int port() {
    return server.uri().getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
