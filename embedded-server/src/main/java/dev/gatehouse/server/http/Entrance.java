package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.Arrival;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Verification;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

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
  private final ConnectionLimits limits;
  private final Connections connections;
  private final Clock clock;

  Entrance(
      Pipeline pipeline,
      Explorer explorer,
      Recorder recorder,
      ConnectionLimits limits,
      Connections connections,
      Clock clock) {
    this.pipeline = pipeline;
    this.explorer = explorer;
    this.recorder = recorder;
    this.limits = limits;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Connection connection = request.getConnectionMetaData().getConnection();
    Request.addCompletionListener(request, failure -> connections.idle(connection));
    if (explorer.isMeantBy(request)) {
      connections.busy(connection);
      explorer.answer(request, response, callback);
      return true;
    }
    Instant at = clock.instant();
    String id = recorder.newId();
    long length = request.getLength();
    if (length > MAX_BODY) {
      refuse(request, response, drained(request, callback), id, at, tooLarge());
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
    BodyReader.read(request, MAX_BODY)
        .orTimeout(limits.body().toMillis(), TimeUnit.MILLISECONDS)
        .whenCompleteAsync(
            (bytes, failure) -> {
              if (failure == null) {
                serve(request, response, callback, id, at, bytes);
              } else if (cause(failure) instanceof BodyReader.TooLarge) {
                refuse(request, response, drained(request, callback), id, at, tooLarge());
              } else {
                refuse(request, response, callback, id, at, unreadable(cause(failure)));
              }
            },
            request.getComponents().getExecutor())
        .exceptionally(
            mistake -> {
              callback.failed(mistake);
              return null;
            });
  }

  private void serve(
      Request request, Response response, Callback callback, String id, Instant at, byte[] body) {
    connections.busy(request.getConnectionMetaData().getConnection());
    recorder.send(request, response, callback, id, at, pipeline.serve(arrival(request, body), id));
  }

  /** A request as the gate sees it. */
  static Arrival arrival(Request request, byte[] body) {
    return new Arrival(
        request.getMethod(),
        Recorder.targetOf(request),
        Recorder.headers(request.getHeaders()),
        body,
        request.isSecure(),
        Request.getRemoteAddr(request),
        certificates(request));
  }

  /** What the client has shown in the handshake; nobody has judged it yet. */
  private static List<X509Certificate> certificates(Request request) {
    EndPoint.@Nullable SslSessionData tls =
        request.getConnectionMetaData().getConnection().getEndPoint().getSslSessionData();
    X509Certificate @Nullable [] shown = tls == null ? null : tls.peerCertificates();
    return shown == null ? List.of() : List.of(shown);
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

  private Problem unreadable(Throwable cause) {
    if (cause instanceof TimeoutException) {
      return Problem.of(
          408, "The body did not arrive within " + limits.body().toSeconds() + " seconds.");
    }
    int status = cause instanceof HttpException http ? http.getCode() : 400;
    return Problem.of(status, "The body could not be read.");
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /**
   * For an answer before the end of the body. Were the connection closed now, a client that is
   * still sending would never see the answer (RFC 9112 §9.6): what it sends is thrown away for a
   * while.
   */
  private Callback drained(Request request, Callback callback) {
    return Callback.from(
        () -> {
          request
              .getComponents()
              .getScheduler()
              .schedule(
                  () -> request.fail(new TimeoutException("still sending")),
                  limits.drain().toMillis(),
                  TimeUnit.MILLISECONDS);
          Content.Source.consumeAll(request, callback);
        },
        callback::failed);
  }
}
