package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A minute of almost right requests to every endpoint of the hardened server: spoiled methods,
 * headers, encodings, too large, too slow, broken off. Nothing of it is a mistake of the server,
 * keeps a caller waiting for ever, or stays behind.
 *
 * <p>It takes a minute, so it is run apart from the other tests, at the repository's root: {@code
 * mvn -q -pl embedded-server test -Dtest=FuzzTest -Dtest.excluded=none}
 */
@Tag("fuzz")
final class FuzzTest {
  private static final Duration HALF = Duration.ofSeconds(30);
  private static final int CALLERS = 4;
  private static final int ENOUGH_TO_FILL_THE_LOG = 10_000;

  /** Longer than the server waits for the rest of any request. */
  private static final int PATIENCE_MILLIS = 60_000;

  private static final int MOST_BYTES = 4_000_000;
  private static final int SETTLED = 3;
  private static final long MARGIN_BYTES = 16L * 1024 * 1024;

  private final GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
  private final Caller caller = new Caller(server);
  private final List<Route> routes = SmallServer.routes();
  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

  @Test
  void whateverIsSentTheServerAnswersAndKeepsNothingOfIt() throws Exception {
    try (server) {
      int first = fuzz(1);
      Usage before = settled();
      int second = fuzz(2);
      Usage after = settled();
      System.out.printf(
          "Fuzz: %d and %d requests, statuses %s, %s after the first half, %s after the second%n",
          first, second, new TreeMap<>(statuses), before, after);

      assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + SETTLED);
      assertThat(after.bytes()).isLessThanOrEqualTo(before.bytes() + MARGIN_BYTES);
      assertThat(caller.get("/me", caller.opaque("alice")).status()).isEqualTo(200);
    }
  }

  private int fuzz(int round) throws InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      long end = System.nanoTime() + HALF.toNanos();
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        RandomMessages messages =
            new RandomMessages(round * 100L + i, routes, credentials(), caller.authority());
        running.add(callers.submit(() -> call(messages, end)));
      }
      int sent = 0;
      for (Future<Integer> each : running) {
        sent += each.get();
      }
      return sent;
    } finally {
      callers.shutdownNow();
    }
  }

  private int call(RandomMessages messages, long end) throws IOException, InterruptedException {
    int sent = 0;
    while (System.nanoTime() < end || sent < ENOUGH_TO_FILL_THE_LOG / CALLERS) {
      RandomMessages.Message message = messages.next();
      int status = send(message);
      statuses.merge(status, 1, Integer::sum);
      // Of an unknown version of HTTP and of a coding that it does not know, a server says so:
      // RFC 9110 §15.6.6, RFC 9112 §6.1.
      assertThat(status)
          .as("%s", message)
          .matches(code -> code < 500 || code == 501 || code == 505);
      sent++;
    }
    return sent;
  }

  /** The status of the answer; 0 if the server hung up without one. */
  private int send(RandomMessages.Message message) throws IOException, InterruptedException {
    try (Socket socket = caller.connect()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(socket.getOutputStream(), message);
      socket.shutdownOutput();
      return statusOf(socket.getInputStream());
    } catch (SocketTimeoutException hung) {
      throw new AssertionError("no answer to " + message, hung);
    } catch (SocketException hungUp) {
      // It may, while a caller still sends what is too large.
      return 0;
    }
  }

  private static void write(OutputStream out, RandomMessages.Message message)
      throws IOException, InterruptedException {
    if (!message.drips()) {
      out.write(message.bytes());
      return;
    }
    int pieces = 8;
    int length = message.bytes().length / pieces + 1;
    for (int from = 0; from < message.bytes().length; from += length) {
      out.write(message.bytes(), from, Math.min(length, message.bytes().length - from));
      out.flush();
      Thread.sleep(5);
    }
  }

  private static int statusOf(InputStream in) throws IOException {
    byte[] answer = in.readNBytes(MOST_BYTES);
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("\tat dev.gatehouse", "\tat java.base", "Exception:");
    return answer.length == 0 ? 0 : Integer.parseInt(text.split("[ \r]", 3)[1]);
  }

  private List<String> credentials() {
    return List.of(
        caller.opaque("alice"),
        caller.jwt("alice"),
        caller.apiKey("alice"),
        caller.opaque("admin"),
        caller.jwt("dave"),
        Caller.basic("desktop", "wrong"));
  }

  private record Usage(int threads, long bytes) {
    @Override
    public String toString() {
      return threads + " threads and " + bytes / 1024 / 1024 + " MB";
    }
  }

  /** What is in use when nothing goes on and everything that was written is gone. */
  private Usage settled() throws InterruptedException {
    server.reset();
    int threads = Integer.MAX_VALUE;
    int now = ManagementFactory.getThreadMXBean().getThreadCount();
    while (now < threads) {
      threads = now;
      Thread.sleep(2_000);
      System.gc();
      now = ManagementFactory.getThreadMXBean().getThreadCount();
    }
    System.gc();
    return new Usage(now, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
