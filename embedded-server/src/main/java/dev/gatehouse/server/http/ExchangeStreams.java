package dev.gatehouse.server.http;

import dev.gatehouse.server.trace.ExchangeLog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The programs that watch exchanges live, as server-sent events (WHATWG HTML §9.2). */
final class ExchangeStreams {
  static final String MEDIA_TYPE = "text/event-stream";

  /** How many may watch at once. */
  private static final int MOST = 32;

  private final ExchangeLog log;
  private final Set<ExchangeStream> open = ConcurrentHashMap.newKeySet();

  ExchangeStreams(ExchangeLog log) {
    this.log = log;
  }

  /**
   * Begins to send exchanges: those after {@code Last-Event-ID}, or after the parameter {@code
   * after}, and from then on each one as it is noted.
   *
   * @throws Refused with 503 if too many are watching
   */
  void open(Request request, Response response, Callback callback, String id) {
    if (open.size() >= MOST) {
      throw Problem.of(503, "Too many programs are watching.").with("Retry-After", "5").thrown();
    }
    @Nullable String after = request.getHeaders().get("Last-Event-ID");
    if (after == null) {
      after = Explorer.queryOf(request).getValue("after");
    }
    response.getHeaders().put(Recorder.EXCHANGE_ID, id);
    response.getHeaders().put("Content-Type", MEDIA_TYPE);
    response.getHeaders().put("Cache-Control", "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    ExchangeStream stream =
        new ExchangeStream(response, request.getComponents().getExecutor(), callback, this::closed);
    open.add(stream);
    log.listen(stream);
    stream.begin(after == null ? List.of() : log.after(after, ExchangeLog.DEFAULT_CAPACITY));
  }

  /** Sends each of them a sign of life, so that no connection is taken for dead. */
  void signOfLife() {
    open.forEach(ExchangeStream::signOfLife);
  }

  /** How many are watching. */
  int size() {
    return open.size();
  }

  private void closed(ExchangeStream stream) {
    log.unlisten(stream);
    open.remove(stream);
  }
}
