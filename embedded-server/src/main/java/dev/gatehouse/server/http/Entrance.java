package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Where Jetty hands requests over. A body is read whole before the request is served, without
 * keeping a thread waiting for it: whoever sends slowly keeps nobody else from being served.
 */
final class Entrance extends Handler.Abstract {
  /** The largest body that is taken, in bytes: 1 MiB. */
  static final int MAX_BODY = 1024 * 1024;

  private static final String CLOSE = "close";

  private final Pipeline pipeline;
  private final Explorer explorer;
  private final Recorder recorder;
  private final Limits limits;
  private final Clock clock;

  Entrance(Pipeline pipeline, Explorer explorer, Recorder recorder, Limits limits, Clock clock) {
    this.pipeline = pipeline;
    this.explorer = explorer;
    this.recorder = recorder;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (explorer.isMeantBy(request)) {
      explorer.answer(request, response, callback);
      return true;
    }
    Instant at = clock.instant();
    String id = recorder.newId();
    long length = request.getLength();
    if (length > MAX_BODY) {
      refuse(request, response, callback, id, at, tooLarge());
    } else if (length == 0 || !hasBody(request)) {
      serve(request, response, callback, id, at, new byte[0]);
    } else {
      readThenServe(request, response, callback, id, at);
    }
    return true;
  }

  /** Whether a body follows the head (RFC 9112 §6.3). */
  private static boolean hasBody(Request request) {
    return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private void readThenServe(
      Request request, Response response, Callback callback, String id, Instant at) {
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    body.orTimeout(limits.body().toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(
            (bytes, failure) -> {
              if (failure == null) {
                serve(request, response, callback, id, at, bytes);
              } else {
                refuse(request, response, callback, id, at, unreadable(failure));
              }
            },
            request.getComponents().getExecutor())
        .exceptionally(
            mistake -> {
              callback.failed(mistake);
              return null;
            });
    Content.Source.asByteArrayAsync(request, MAX_BODY, Promise.Invocable.toPromise(body));
  }

  private void serve(
      Request request, Response response, Callback callback, String id, Instant at, byte[] body) {
    Arrival arrival =
        new Arrival(
            request.getMethod(),
            Recorder.targetOf(request),
            Recorder.headers(request.getHeaders()),
            body,
            request.isSecure(),
            Request.getRemoteAddr(request));
    recorder.send(request, response, callback, id, at, pipeline.serve(arrival, id));
  }

  /**
   * Answers a request whose body was not read to its end, so that the connection is of no more use.
   */
  private void refuse(
      Request request,
      Response response,
      Callback callback,
      String id,
      Instant at,
      Problem problem) {
    recorder.send(
        request,
        response,
        callback,
        id,
        at,
        unjudged(request, problem.with(HttpHeader.CONNECTION.asString(), CLOSE).reply(id)));
  }

  /** A request that was answered before anything about it was asked. */
  static Pipeline.Result unjudged(Request request, Reply reply) {
    return new Pipeline.Result(
        Verification.begin(weakness -> false).concludeWithNobody(),
        Decision.notReached("open", Recorder.targetOf(request)),
        reply);
  }

  private static Problem tooLarge() {
    return Problem.of(413, "A body may have at most " + MAX_BODY + " bytes.");
  }

  private Problem unreadable(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException) {
      return Problem.of(
          408, "The body did not arrive within " + limits.body().toSeconds() + " seconds.");
    }
    if (cause instanceof HttpException http) {
      return Problem.of(http.getCode(), "The body could not be read.");
    }
    return cause instanceof IllegalStateException
        ? tooLarge()
        : Problem.badRequest("The body could not be read.");
  }
}
