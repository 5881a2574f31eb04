package dev.gatehouse.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/** Reads a body as it comes, without keeping a thread waiting for the rest. */
final class BodyReader implements Runnable, Invocable {
  /** The body was larger than what is taken. */
  static final class TooLarge extends RuntimeException {
    private TooLarge() {
      super("too large", null, false, false);
    }
  }

  private final Request request;
  private final int most;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

  private BodyReader(Request request, int most) {
    this.request = request;
    this.most = most;
  }

  /**
   * The whole body, when it has come.
   *
   * @param most how many bytes are taken; with more it fails with {@link TooLarge}
   */
  static CompletableFuture<byte[]> read(Request request, int most) {
    BodyReader reader = new BodyReader(request, most);
    reader.run();
    return reader.whole;
  }

  /** What it does next takes no time, so that the thread which brought the bytes may do it. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public void run() {
    while (!whole.isDone()) {
      Content.@Nullable Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        whole.completeExceptionally(chunk.getFailure());
        return;
      }
      take(chunk.getByteBuffer());
      boolean last = chunk.isLast();
      chunk.release();
      if (read.size() > most) {
        whole.completeExceptionally(new TooLarge());
      } else if (last) {
        whole.complete(read.toByteArray());
      }
    }
  }

  private void take(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    read.writeBytes(copy);
  }
}
