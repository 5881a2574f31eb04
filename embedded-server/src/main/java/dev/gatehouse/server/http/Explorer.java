package dev.gatehouse.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.server.trace.ExchangeLog;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/**
 * Shows the exchanges to programs on this machine: {@code /explorer/exchanges}, one by one, in
 * pages, or live. Its own calls are not noted, or looking would change what is seen.
 */
final class Explorer {
  /** Where exchanges are. */
  static final String EXCHANGES = "/explorer/exchanges";

  /** Where they are seen live. */
  static final String STREAM = "/explorer/stream";

  private static final String BEGINNING = "/explorer";
  private static final int USUAL_LIMIT = 100;
  private static final int LARGEST_LIMIT = 1_000;

  private final ExchangeLog log;
  private final ExchangeStreams streams;
  private final AtomicLong answered = new AtomicLong();

  Explorer(ExchangeLog log, ExchangeStreams streams) {
    this.log = log;
    this.streams = streams;
  }

  /** Whether a request is for the explorer. */
  boolean isMeantBy(Request request) {
    String path = pathOf(request);
    return path.equals(BEGINNING) || path.startsWith(BEGINNING + "/");
  }

  /** Answers a request that is for the explorer. */
  void answer(Request request, Response response, Callback callback) {
    // Not an identifier of the log: such a call is not an exchange of the API.
    String id = "explorer-" + answered.incrementAndGet();
    try {
      LocalCaller.demand(request);
      if (wantsStream(request)) {
        streams.open(request, response, callback, id);
        return;
      }
      send(response, callback, id, read(request));
    } catch (Refused refused) {
      send(response, callback, id, refused.problem().reply(id));
    }
  }

  private Reply read(Request request) {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw Problem.of(405, "Exchanges can only be read.").with("Allow", "GET, HEAD").thrown();
    }
    String path = pathOf(request);
    if (path.equals(EXCHANGES)) {
      return page(queryOf(request));
    }
    if (!path.startsWith(EXCHANGES + "/")) {
      throw Problem.notFound().thrown();
    }
    return log.find(path.substring(EXCHANGES.length() + 1))
        .map(ExchangeJson::exchange)
        .map(Reply::ok)
        .orElseThrow(() -> Problem.of(404, "No such exchange, or it is no longer kept.").thrown());
  }

  private Reply page(Fields query) {
    @Nullable String after = query.getValue("after");
    ArrayNode page = JsonNodeFactory.instance.arrayNode();
    log.after(after, limit(query.getValue("limit")))
        .forEach(one -> page.add(ExchangeJson.exchange(one)));
    return Reply.ok(page);
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL_LIMIT;
    }
    if (!text.matches("\\d{1,6}")) {
      throw Problem.badRequest("limit must be a number.").thrown();
    }
    return Math.min(Integer.parseInt(text), LARGEST_LIMIT);
  }

  private static boolean wantsStream(Request request) {
    @Nullable String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    boolean asked = accept != null && accept.contains(ExchangeStreams.MEDIA_TYPE);
    String path = pathOf(request);
    return request.getMethod().equals("GET")
        && (path.equals(STREAM) || (asked && path.equals(EXCHANGES)));
  }

  private static void send(Response response, Callback callback, String id, Reply reply) {
    Recorder.prepare(response, id, reply);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  private static String pathOf(Request request) {
    @Nullable String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  /** The parameters of the query; whatever cannot be read is not there. */
  static Fields queryOf(Request request) {
    Fields fields = new Fields(true);
    @Nullable String query = request.getHttpURI().getQuery();
    if (query != null) {
      try {
        UrlEncoded.decodeUtf8To(query, 0, query.length(), fields);
      } catch (RuntimeException malformed) {
        throw Problem.badRequest("The query cannot be read.").thrown();
      }
    }
    return fields;
  }
}
