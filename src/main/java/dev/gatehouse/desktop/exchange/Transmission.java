package dev.gatehouse.desktop.exchange;

import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Interceptor;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way and its response on the way back. Stands next to the socket, so that what
 * is sent is exactly what was asked for, and makes a hop of what came back.
 */
final class Transmission implements Interceptor, Callback {
  private static final int CHUNK = 64 * 1024;

  private final String purpose;
  private final Instant at;
  private final OutgoingRequest outgoing;
  private final int largestBody;
  private final SocketRecorder recorder;
  private final CompletableFuture<Hop> hop = new CompletableFuture<>();
  private volatile List<Header> headers = List.of();
  private volatile int status;
  private volatile String reason = "";

  Transmission(
      String purpose,
      Instant at,
      OutgoingRequest outgoing,
      int largestBody,
      SocketRecorder recorder) {
    this.purpose = purpose;
    this.at = at;
    this.outgoing = outgoing;
    this.largestBody = largestBody;
    this.recorder = recorder;
  }

  /** What comes of it; never ends in an exception that is not a mistake of ours. */
  CompletableFuture<Hop> hop() {
    return hop;
  }

  /** Sends the headers that were asked for in place of OkHttp's, and notes the answer's. */
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response =
        chain.proceed(chain.request().newBuilder().headers(outgoing.headers()).build());
    status = response.code();
    reason = response.message();
    headers = OutgoingRequest.list(response.headers());
    // OkHttp sends a request a second time if it is told to retry at once (503).
    return response.newBuilder().removeHeader("Retry-After").build();
  }

  @Override
  public void onResponse(Call call, Response response) {
    Buffer body = new Buffer();
    @Nullable String error = null;
    try (response) {
      if (!read(response.body().source(), body)) {
        error =
            "The answer has more than "
                + largestBody
                + " bytes. The rest was not read. Ask for less, for example for a shorter time.";
        call.cancel();
      }
    } catch (IOException broken) {
      error = "The answer broke off. " + FailureWords.of(broken, outgoing.request().url());
    }
    finish(body.readByteArray(), error);
  }

  /** Reads to the end, or to the limit; tells whether it came to the end. */
  private boolean read(BufferedSource source, Buffer body) throws IOException {
    while (body.size() < largestBody) {
      if (source.read(body, Math.min(CHUNK, largestBody - body.size())) < 0) {
        return true;
      }
    }
    return source.exhausted();
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    finish(new byte[0], FailureWords.of(failure, outgoing.request().url()));
  }

  private void finish(byte[] body, @Nullable String error) {
    hop.complete(
        new Hop(
            purpose,
            at,
            outgoing.sent(),
            recorder.sent(),
            status,
            reason,
            headers,
            body,
            recorder.received(),
            recorder.took(),
            error,
            null));
  }
}
