package dev.gatehouse.server.http;

import dev.gatehouse.server.trace.ExchangeRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One program that watches exchanges live. Exchanges wait in a bounded queue and are written
 * without blocking any thread. A program that reads too slowly is hung up on; it may come back with
 * the {@code Last-Event-ID} it got to.
 */
final class ExchangeStream extends IteratingCallback implements Consumer<ExchangeRecord> {
  /** How many exchanges may wait for a slow reader. */
  static final int QUEUED = 1_000;

  private static final String COMMENT = ":\n\n";

  private final Response response;
  private final Executor executor;
  private final Callback whole;
  private final Consumer<ExchangeStream> onEnd;
  private final Queue<String> comments = new ConcurrentLinkedQueue<>();
  private final Queue<ExchangeRecord> missed = new ConcurrentLinkedQueue<>();
  private final Set<String> replayed = new HashSet<>();
  private final ArrayBlockingQueue<ExchangeRecord> queue = new ArrayBlockingQueue<>(QUEUED);
  private volatile boolean begun;

  /**
   * A stream on this response.
   *
   * @param executor where exchanges are turned into JSON, for those who are served must not wait
   * @param whole to be told when the stream has ended
   * @param onEnd likewise
   */
  ExchangeStream(
      Response response, Executor executor, Callback whole, Consumer<ExchangeStream> onEnd) {
    this.response = response;
    this.executor = executor;
    this.whole = whole;
    this.onEnd = onEnd;
  }

  /** Sends these first. */
  void begin(List<ExchangeRecord> before) {
    comments.add("retry: 1000\n\n");
    for (ExchangeRecord exchange : before) {
      missed.add(exchange);
      replayed.add(exchange.id());
    }
    begun = true;
    iterate();
  }

  @Override
  public void accept(ExchangeRecord exchange) {
    if (!queue.offer(exchange)) {
      executor.execute(() -> abort(new IllegalStateException("reads too slowly")));
    } else if (begun) {
      executor.execute(this::iterate);
    }
  }

  /** Sends a comment, unless something is waiting to be sent anyway. */
  void signOfLife() {
    if (begun && comments.isEmpty() && queue.isEmpty()) {
      comments.add(COMMENT);
      iterate();
    }
  }

  @Override
  protected Action process() {
    String event = next();
    if (event.isEmpty()) {
      return Action.IDLE;
    }
    response.write(false, ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)), this);
    return Action.SCHEDULED;
  }

  private String next() {
    String comment = comments.poll();
    if (comment != null) {
      return comment;
    }
    ExchangeRecord exchange = missed.poll();
    if (exchange != null) {
      return event(exchange);
    }
    for (exchange = queue.poll(); exchange != null; exchange = queue.poll()) {
      if (!replayed.remove(exchange.id())) {
        return event(exchange);
      }
    }
    return "";
  }

  private String event(ExchangeRecord exchange) {
    return "id: " + exchange.id() + "\ndata: " + ExchangeJson.exchange(exchange) + "\n\n";
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    onEnd.accept(this);
    whole.failed(cause);
  }
}
