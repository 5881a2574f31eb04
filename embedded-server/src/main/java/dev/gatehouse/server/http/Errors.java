package dev.gatehouse.server.http;

import java.time.Clock;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Tells the problems of requests that Jetty itself refuses, because they are not HTTP or exceed a
 * limit: the same form, noted in the same log, and not a word of how the server is built.
 */
final class Errors extends ErrorHandler {
  private final Recorder recorder;
  private final Clock clock;

  Errors(Recorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String id = recorder.newId();
    int status = response.getStatus() >= 400 ? response.getStatus() : 500;
    Reply reply = Problem.of(status, detailOf(status)).with("Connection", "close").reply(id);
    recorder.send(
        request, response, callback, id, clock.instant(), Entrance.unjudged(request, reply));
    return true;
  }

  private static String detailOf(int status) {
    return switch (status) {
      case 408 -> "The request did not arrive in time.";
      case 413 -> "The body is too large.";
      case 414 -> "The request target is too long.";
      case 417 -> "That expectation cannot be met.";
      case 426, 505 -> "That version of HTTP is not spoken here.";
      case 431 -> "The head of a request may have at most " + ConnectionLimits.MAX_HEAD + " bytes.";
      case 501 -> "That is not implemented.";
      default ->
          status < 500 ? "The request is not well-formed HTTP." : "The server made a mistake.";
    };
  }
}
