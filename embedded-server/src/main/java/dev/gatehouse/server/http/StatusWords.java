package dev.gatehouse.server.http;

import dev.gatehouse.server.trace.CheckResult;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Puts the reason for a refusal into the status line, after the status code. Programs ignore what
 * stands there (RFC 9112 §4), but GNU Wget shows its user nothing else of an answer.
 */
final class StatusWords {
  private static final int LONGEST = 240;

  private StatusWords() {}

  /** What a failed check has to say, in the characters that may stand there. */
  static Optional<String> of(Optional<CheckResult> failure) {
    return failure
        .map(check -> check.question() + " Expected: " + check.expected())
        .map(words -> words.replaceAll("[^\\x20-\\x7e]", "?"))
        .map(words -> words.length() > LONGEST ? words.substring(0, LONGEST) : words);
  }

  /** Sends the answer to this request with these words. */
  static void put(Request request, String words) {
    request.addHttpStreamWrapper(stream -> new Told(stream, words));
  }

  /** What a response goes out by, with other words than the usual ones. */
  private static final class Told extends HttpStream.Wrapper {
    private final String words;

    Told(HttpStream stream, String words) {
      super(stream);
      this.words = words;
    }

    @Override
    public void send(
        MetaData.Request request,
        MetaData.@Nullable Response response,
        boolean last,
        @Nullable ByteBuffer content,
        Callback callback) {
      MetaData.Response told =
          response == null
              ? null
              : new MetaData.Response(
                  response.getStatus(),
                  words,
                  response.getHttpVersion(),
                  response.getHttpFields(),
                  response.getContentLength(),
                  response.getTrailersSupplier());
      super.send(request, told, last, content, callback);
    }
  }
}
