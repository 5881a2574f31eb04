package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When no response comes, the hop says what happened and what to try; nothing is thrown. */
final class WireFailureTest {
  private final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  @AfterEach
  void close() {
    wire.close();
  }

  private static Draft get(String url, Header... headers) {
    return new Draft("GET", url, List.of(headers), new byte[0]);
  }

  @Test
  void whereNobodyListensTheConnectionIsRefused() throws Exception {
    int port;
    try (ServerSocket closedAgain = new ServerSocket(0)) {
      port = closedAgain.getLocalPort();
    }
    Hop hop = wire.send("test", get("http://127.0.0.1:" + port + "/"));
    assertThat(hop.status()).isZero();
    assertThat(hop.error()).contains("Nothing answers at 127.0.0.1:" + port, "Start the server");
    assertThat(hop.rawRequest()).isEmpty();
    assertThat(hop.took()).isZero();
  }

  @Test
  void aHostThatDoesNotExistIsNamed() throws Exception {
    assertThat(wire.send("test", get("http://no-such-host.invalid/")).error())
        .contains("no host named no-such-host.invalid");
  }

  @Test
  void aServerThatHangsUpIsToldApart() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering("")) {
      Hop hop = wire.send("test", get(server.url("/")));
      assertThat(hop.error()).contains("closed before there was a whole answer");
      assertThat(new String(hop.rawRequest(), StandardCharsets.UTF_8)).startsWith("GET / HTTP/1.1");
    }
  }

  @Test
  void anAnswerThatBreaksOffIsShownAsFarAsItCame() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")) {
      Hop hop = wire.send("test", get(server.url("/")));
      assertThat(hop.status()).isEqualTo(200);
      assertThat(hop.error()).contains("broke off");
      assertThat(new String(hop.body(), StandardCharsets.UTF_8)).isEqualTo("half");
    }
  }

  @Test
  void whatIsNotHttpIsShownRaw() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering("SSH-2.0-x\r\n\r\n")) {
      Hop hop = wire.send("test", get(server.url("/")));
      assertThat(hop.error()).contains("cannot be read as HTTP");
      assertThat(new String(hop.rawResponse(), StandardCharsets.UTF_8)).startsWith("SSH-2.0-x");
    }
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForever() throws Exception {
    try (ScriptedServer silent = ScriptedServer.answering();
        OkHttpWire hasty =
            new OkHttpWire(
                new WireOptions(
                    Optional::empty,
                    RecordSource.NONE,
                    "test",
                    Duration.ofMillis(50),
                    1024,
                    Clock.systemUTC()))) {
      assertThat(hasty.send("test", get(silent.url("/"))).error()).contains("No answer came from");
    }
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
    HeldCertificate stranger =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    try (ScriptedServer server = ScriptedServer.answering(serving(stranger), "")) {
      assertThat(wire.send("test", get(server.url("/"))).error())
          .contains("not signed by an authority that is trusted here");
    }
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws Exception {
    HeldCertificate other =
        new HeldCertificate.Builder().addSubjectAlternativeName("other.example").build();
    try (ScriptedServer server = ScriptedServer.answering(serving(other), "");
        OkHttpWire trusting =
            new OkHttpWire(
                WireOptions.standard().trusting(() -> Optional.of(other.certificate())))) {
      assertThat(trusting.send("test", get(server.url("/"))).error())
          .contains("is for another name");
    }
  }

  @Test
  void httpsToAPortThatSpeaksHttpIsExplained() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
      String url = server.url("/").replace("http:", "https:");
      assertThat(wire.send("test", get(url)).error()).contains("does not speak TLS");
    }
  }

  @Test
  void insideTlsTheSameBytesAreRecorded() throws Exception {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    try (ScriptedServer server =
            ScriptedServer.answering(
                serving(own), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        OkHttpWire trusting =
            new OkHttpWire(WireOptions.standard().trusting(() -> Optional.of(own.certificate())))) {
      Hop hop = trusting.send("test", get(server.url("/me")));
      assertThat(hop.error()).isNull();
      assertThat(hop.rawRequest()).isEqualTo(server.request());
      assertThat(new String(hop.rawResponse(), StandardCharsets.UTF_8))
          .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    }
  }

  @Test
  void interruptingTheOneWhoWaitsCancelsTheRequest() throws Exception {
    try (ScriptedServer silent = ScriptedServer.answering()) {
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread sender =
          new Thread(
              () -> {
                try {
                  wire.send("test", get(silent.url("/")));
                  outcome.complete(new AssertionError("there was an answer"));
                } catch (InterruptedException cancelled) {
                  outcome.complete(cancelled);
                }
              });
      sender.start();
      silent.request();
      sender.interrupt();
      assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "G T | http://127.0.0.1/ | X | v | cannot be a method",
        "GET | localhost | X | v | is not an address",
        "GET | ftp://127.0.0.1/ | X | v | is not an address",
        "GET | http://127.0.0.1/ | X y | v | cannot be the name",
        "GET | http://127.0.0.1/ | X: | v | cannot be the name",
      })
  void whatCannotBeWrittenIsNotSent(
      String method, String url, String name, String value, String words) throws Exception {
    Draft draft = new Draft(method, url, List.of(new Header(name, value)), new byte[0]);
    assertThat(wire.send("test", draft).error()).contains(words);
  }

  @Test
  void noValueCanSmuggleASecondHeader() throws Exception {
    Hop hop = wire.send("test", get("http://127.0.0.1/", new Header("X", "a\r\nY: b")));
    assertThat(hop.error()).contains("line break");
    assertThat(hop.rawRequest()).isEmpty();
  }

  @Test
  void aGetWithABodyIsRefusedInWords() throws Exception {
    Hop hop = wire.send("test", new Draft("GET", "http://127.0.0.1/", List.of(), new byte[] {'x'}));
    assertThat(hop.error()).contains("A GET has no body");
  }

  private static HandshakeCertificates serving(HeldCertificate certificate) throws IOException {
    return new HandshakeCertificates.Builder().heldCertificate(certificate).build();
  }
}
