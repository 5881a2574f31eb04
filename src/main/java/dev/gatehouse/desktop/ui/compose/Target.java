package dev.gatehouse.desktop.ui.compose;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where a request goes.
 *
 * @param written path and query, or an absolute URL of another server
 * @param base of the server that is meant if it is none
 */
record Target(String written, URI base) {
  static final String CONTENT_TYPE = "Content-Type";

  /** What a body is said to be if nobody says otherwise. */
  static final String JSON = "application/json";

  /** A request that goes there; a body of which nobody says what it is goes as JSON. */
  Draft draft(String method, List<Header> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Draft draft = new Draft(method, url(), headers, bytes);
    boolean typed = headers.stream().map(Header::name).anyMatch(CONTENT_TYPE::equalsIgnoreCase);
    return bytes.length == 0 || typed ? draft : draft.withHeader(CONTENT_TYPE, JSON);
  }

  /** Whether it is an absolute URL, so that another server may be meant. */
  boolean isElsewhere() {
    return written.matches("(?i)https?://.*");
  }

  /** The whole address. */
  String url() {
    String path = written.strip();
    if (isElsewhere()) {
      return path;
    }
    return base + (path.startsWith("/") ? "" : "/") + path;
  }
}
