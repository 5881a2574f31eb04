package dev.gatehouse.desktop.intercept;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.desktop.exchange.Answer;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Passes what other programs send through the checkpoint and on to the API. */
final class RelayHandler extends Handler.Abstract {
  private static final int LARGEST_BODY = 16 * 1024 * 1024;
  private static final int BAD_GATEWAY = 502;
  private static final int NO_TUNNEL = 405;
  private static final int TOO_LARGE = 413;
  private static final String ORIGIN = "another program";

  /** What is about one connection alone, and not about what goes on (RFC 9110 §7.6.1). */
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "expect");

  private final Checkpoint checkpoint;
  private final Supplier<Optional<URI>> api;
  private final Wire wire;

  RelayHandler(Checkpoint checkpoint, Supplier<Optional<URI>> api, Wire wire) {
    this.checkpoint = checkpoint;
    this.api = api;
    this.wire = wire;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws InterruptedException {
    Optional<URI> base = api.get();
    if (base.isEmpty()) {
      say(response, callback, BAD_GATEWAY, "The Calendar API does not run. Start it on Server.");
      return true;
    }
    String target = request.getHttpURI().getPathQuery();
    if (target == null || request.getMethod().equals("CONNECT")) {
      say(response, callback, NO_TUNNEL, "This relay reads what it passes on; it is no tunnel.");
      return true;
    }
    byte[] body;
    try {
      body = body(request);
    } catch (IOException broken) {
      callback.failed(broken);
      return true;
    }
    if (body.length > LARGEST_BODY) {
      say(response, callback, TOO_LARGE, "This relay passes on at most 16 MB.");
      return true;
    }
    Draft draft = new Draft(request.getMethod(), base.get() + target, headers(request), body);
    Passage ended = checkpoint.pass(ORIGIN, draft, sent -> wire.send(ORIGIN, sent));
    answer(ended, request, response, callback);
    return true;
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      return in.readNBytes(LARGEST_BODY + 1);
    }
  }

  /** The length is counted anew when it is sent on. */
  private static List<Header> headers(Request request) {
    return request.getHeaders().stream()
        .filter(field -> goesOn(field.getName()) && !isLength(field.getName()))
        .map(RelayHandler::header)
        .toList();
  }

  private static Header header(HttpField field) {
    return new Header(field.getName(), String.valueOf(field.getValue()));
  }

  private static boolean goesOn(String name) {
    return !OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isLength(String name) {
    return name.equalsIgnoreCase("Content-Length");
  }

  private static void answer(Passage ended, Request request, Response response, Callback callback) {
    Answer given = ended.given();
    if (given == null) {
      String what = ended.hop() == null ? "request" : "response";
      say(response, callback, BAD_GATEWAY, "Whoever watches this relay dropped the " + what + ".");
    } else if (given.status() == 0) {
      String why = ended.hop() == null ? null : ended.hop().error();
      say(response, callback, BAD_GATEWAY, why == null ? "The Calendar API gave no answer." : why);
    } else {
      boolean head = request.getMethod().equals("HEAD");
      response.setStatus(given.status());
      given.headers().stream()
          .filter(header -> goesOn(header.name()) && (head || !isLength(header.name())))
          .forEach(header -> response.getHeaders().add(header.name(), header.value()));
      response.write(true, ByteBuffer.wrap(given.body()), callback);
    }
  }

  /** Says in the way of the API why there is nothing else to say (RFC 9457). */
  private static void say(Response response, Callback callback, int status, String detail) {
    response.setStatus(status);
    response.getHeaders().put("Content-Type", "application/problem+json");
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", "Relay")
            .put("status", status)
            .put("detail", detail)
            .toString();
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
