package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.gatehouse.server.identity.Passwords;
import dev.gatehouse.server.identity.StoredPassword;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nobody can use up what others need. */
final class LimitsTest {
  private static final String HEAD = "Host: localhost\r\nConnection: close\r\n";
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final ConnectionLimits PATIENT = new ConnectionLimits(LONG, LONG, LONG, 8);
  private static final ConnectionLimits ROOMY = new ConnectionLimits(LONG, LONG, LONG, 400);
  private static final ConnectionLimits HASTY = new ConnectionLimits(SHORT, SHORT, SHORT, 100);

  @Test
  void aHeadOfMoreThan32KibIsRefused() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      Answer answer =
          server.send(
              "GET /health HTTP/1.1\r\n" + HEAD + "X-Long: " + "a".repeat(33 * 1024) + "\r\n\r\n");

      assertThat(answer.status()).isEqualTo(431);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.header("Exchange-Id")).isNotEmpty();
    }
  }

  @Test
  void aDatabaseThatFailsIsAnsweredInTheExchangeThatMetIt() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      server.breakCalendars();

      Answer answer =
          server.send(
              "GET /calendars/alice-work HTTP/1.1\r\nAuthorization: Bearer "
                  + server.token()
                  + "\r\n"
                  + HEAD
                  + "\r\n");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.json().path("exchange").asText()).isEqualTo(answer.header("Exchange-Id"));
      assertThat(server.log().find(answer.header("Exchange-Id")))
          .hasValueSatisfying(noted -> assertThat(noted.authentication().principal()).isPresent());
    }
  }

  @Test
  void aTargetThatIsTooLongIsRefused() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      Answer answer =
          server.send("GET /" + "a".repeat(40 * 1024) + " HTTP/1.1\r\n" + HEAD + "\r\n");

      assertThat(answer.status()).isEqualTo(414);
    }
  }

  @Test
  void aHeadOfLessThan32KibIsTaken() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      Answer answer =
          server.send(
              "GET /health HTTP/1.1\r\n" + HEAD + "X-Long: " + "a".repeat(31 * 1024) + "\r\n\r\n");

      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedBeforeItCame() throws IOException {
    try (SmallServer server = new SmallServer(HASTY)) {
      Answer answer =
          server.send("POST /login HTTP/1.1\r\n" + HEAD + "Content-Length: 1048577\r\n\r\n");

      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      Answer answer =
          server.send(
              "POST /login HTTP/1.1\r\n"
                  + HEAD
                  + "Transfer-Encoding: chunked\r\n\r\n100001\r\n"
                  + "a".repeat(0x100001));

      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void whoIsStillSendingTooMuchGetsToSeeWhyItIsRefused() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      Answer answer =
          server.send(
              "POST /login HTTP/1.1\r\n"
                  + HEAD
                  + "Content-Length: 9000000\r\n\r\n"
                  + "a".repeat(9_000_000));

      assertThat(answer.status()).isEqualTo(413);
    }
  }

  @Test
  void aBodyThatDoesNotComeInTimeIsNotWaitedFor() throws IOException {
    try (SmallServer server = new SmallServer(HASTY)) {
      Answer answer =
          server.send("POST /login HTTP/1.1\r\n" + HEAD + "Content-Length: 100\r\n\r\n{");

      assertThat(answer.status()).isEqualTo(408);
    }
  }

  @Test
  void aHeadThatDoesNotComeInTimeIsHungUpOn() throws IOException {
    try (SmallServer server = new SmallServer(HASTY);
        Socket slow = server.connect("GET /health HTTP/1.1\r\nX-Slow: ")) {
      trickle(slow);
    }
  }

  @Test
  void connectionsThatWaitMakeRoomForNewOnes() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      List<Socket> idle = new ArrayList<>();
      for (int i = 0; i < 3 * PATIENT.connections(); i++) {
        idle.add(server.connect("GET /health HTTP/1.1\r\n"));
      }

      assertThat(server.me().status()).isEqualTo(200);
      assertThat(endOf(idle.get(0))).isTrue();
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void bodiesThatDoNotComeMakeRoomForNewConnections() throws IOException {
    try (SmallServer server = new SmallServer(PATIENT)) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 3 * PATIENT.connections(); i++) {
        slow.add(
            server.connect("POST /login HTTP/1.1\r\n" + HEAD + "Content-Length: 100\r\n\r\n{"));
      }

      assertThat(server.me().status()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void slowBodiesKeepNoThreadFromServingOthers() throws IOException {
    try (SmallServer server = new SmallServer(ROOMY)) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        slow.add(
            server.connect("POST /login HTTP/1.1\r\n" + HEAD + "Content-Length: 100\r\n\r\n{"));
      }

      assertThat(server.me().status()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aFloodOfWrongPasswordsLeavesCallersWithATokenUnharmed() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService slow = Executors.newSingleThreadExecutor();
    try (SmallServer server = new SmallServer(ROOMY)) {
      Future<Passwords.Answer> heldUp =
          slow.submit(() -> server.passwords().verify(() -> heldUp(started, release), "any"));
      started.await();
      List<Socket> flood = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String wrong = Caller.basic("person" + i, "wrong");
        flood.add(server.connect("GET /me HTTP/1.1\r\n" + HEAD + wrong + "\r\n\r\n"));
      }

      assertThat(server.me().status()).isEqualTo(200);

      release.countDown();
      List<Integer> answers = new ArrayList<>();
      for (Socket socket : flood) {
        answers.add(Answer.read(socket.getInputStream().readAllBytes()).status());
      }
      assertThat(answers).isSubsetOf(401, 503);
      assertThat(heldUp.get()).isEqualTo(Passwords.Answer.DOES_NOT_FIT);
    } finally {
      release.countDown();
      slow.shutdownNow();
    }
  }

  @Test
  void whoComesWhileTooManyPasswordsAreVerifiedIsToldToComeBack() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService slow = Executors.newFixedThreadPool(4);
    try (SmallServer server = new SmallServer(ROOMY)) {
      Future<Passwords.Answer> heldUp =
          slow.submit(() -> server.passwords().verify(() -> heldUp(started, release), "any"));
      started.await();
      String wrong = "GET /me HTTP/1.1\r\n" + HEAD + Caller.basic("nobody", "wrong") + "\r\n\r\n";
      // Two of three find a place in the queue, whichever they are, and the third does not.
      CompletionService<Answer> answers = new ExecutorCompletionService<>(slow);
      for (int i = 0; i < 3; i++) {
        answers.submit(() -> server.send(wrong));
      }

      Answer first = answers.take().get();

      assertThat(first.status()).isEqualTo(503);
      assertThat(first.header("Retry-After")).isEqualTo("1");
      assertThat(heldUp).isNotDone();
    } finally {
      release.countDown();
      slow.shutdownNow();
    }
  }

  private static Optional<StoredPassword> heldUp(CountDownLatch started, CountDownLatch release) {
    started.countDown();
    try {
      release.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** Sends a byte now and then until the server has hung up. */
  private static void trickle(Socket slow) throws IOException {
    slow.setSoTimeout(50);
    for (int i = 0; i < 600; i++) {
      if (hasHungUp(slow)) {
        return;
      }
    }
    fail("the server still waits");
  }

  private static boolean hasHungUp(Socket slow) throws IOException {
    try {
      slow.getOutputStream().write('a');
      return slow.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static boolean endOf(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
