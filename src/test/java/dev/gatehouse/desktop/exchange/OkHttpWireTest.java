package dev.gatehouse.desktop.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.trace.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sent is what was asked for, to the byte, and what is shown is what was sent. */
final class OkHttpWireTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  @AfterEach
  void close() {
    wire.close();
  }

  private static Draft get(ScriptedServer server, Header... headers) {
    return new Draft("GET", server.url("/me"), List.of(headers), new byte[0]);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The head of a request, put together from what a hop says of it. */
  private static String head(Draft request, String target) {
    return request.headers().stream()
        .map(header -> header.name() + ": " + header.value() + "\r\n")
        .collect(Collectors.joining("", request.method() + " " + target + " HTTP/1.1\r\n", "\r\n"));
  }

  @Test
  void nothingIsAddedButWhatHttpNeeds() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      wire.send("test", get(server));
      assertThat(server.requestText())
          .isEqualTo(
              "GET /me HTTP/1.1\r\nHost: 127.0.0.1:"
                  + server.port()
                  + "\r\nUser-Agent: Gatehouse/development\r\n\r\n");
    }
  }

  @Test
  void theHopSaysWhatCrossedTheSocket() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(
            "HTTP/1.1 401 Nope\r\nWWW-authenticate: Basic\r\nX-Odd:  a \r\nContent-Length: 2\r\n\r\nno")) {
      Hop hop =
          wire.send(
              "ask",
              new Draft(
                  "POST",
                  server.url("/a%20b?c=d&c"),
                  List.of(new Header("accept", "*/*"), new Header("Content-Type", "text/plain")),
                  "body".getBytes(StandardCharsets.UTF_8)));
      byte[] came = server.request();
      assertThat(hop.rawRequest()).isEqualTo(came);
      assertThat(head(hop.request(), "/a%20b?c=d&c") + "body").isEqualTo(text(came));
      assertThat(hop.purpose()).isEqualTo("ask");
      assertThat(hop.status()).isEqualTo(401);
      assertThat(hop.reason()).isEqualTo("Nope");
      assertThat(hop.headers())
          .containsExactly(
              new Header("WWW-authenticate", "Basic"),
              new Header("X-Odd", "a"),
              new Header("Content-Length", "2"));
      assertThat(text(hop.body())).isEqualTo("no");
      assertThat(text(hop.rawResponse()))
          .startsWith("HTTP/1.1 401 Nope\r\n")
          .endsWith("X-Odd:  a \r\nContent-Length: 2\r\n\r\nno");
      assertThat(hop.error()).isNull();
      assertThat(hop.took()).isPositive();
    }
  }

  @Test
  void headersKeepTheirOrderTheirCaseAndTheirDoubles() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      Hop hop =
          wire.send(
              "test",
              get(
                  server,
                  new Header("authorization", "Basic YTpi"),
                  new Header("x-API-kEy", "k"),
                  new Header("AUTHORIZATION", "Bearer t"),
                  new Header("host", "elsewhere.example"),
                  new Header("User-Agent", "me")));
      String came = server.requestText();
      assertThat(came)
          .isEqualTo(
              String.join(
                  "\r\n",
                  "GET /me HTTP/1.1",
                  "authorization: Basic YTpi",
                  "x-API-kEy: k",
                  "AUTHORIZATION: Bearer t",
                  "host: elsewhere.example",
                  "User-Agent: me",
                  "",
                  ""));
      assertThat(head(hop.request(), "/me")).isEqualTo(came);
    }
  }

  @Test
  void aValueBeyondAsciiIsSentAsUtf8() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      Hop hop = wire.send("test", get(server, new Header("X-Name", "Zoë € 😀")));
      assertThat(server.requestText()).contains("\r\nX-Name: Zoë € 😀\r\n");
      assertThat(hop.request().headers()).contains(new Header("X-Name", "Zoë € 😀"));
    }
  }

  @Test
  void anUnusualMethodIsSentAsItIsWritten() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK, OK)) {
      wire.send("test", new Draft("BREW", server.url("/"), List.of(), new byte[0]));
      wire.send("test", new Draft("delete", server.url("/"), List.of(), new byte[] {'x'}));
      assertThat(server.requestText()).startsWith("BREW / HTTP/1.1\r\n").doesNotContain("Length");
      assertThat(server.requestText())
          .startsWith("delete / HTTP/1.1\r\n")
          .endsWith("\r\nContent-Length: 1\r\n\r\nx");
    }
  }

  @Test
  void noRedirectIsFollowedAndNothingIsSentTwice() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(
            "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 408 Slow\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
            "")) {
      assertThat(wire.send("test", get(server)).header("Location")).contains("/other");
      assertThat(wire.send("test", get(server)).header("Retry-After")).contains("0");
      assertThat(wire.send("test", get(server)).status()).isEqualTo(408);
      assertThat(wire.send("test", get(server)).status()).isEqualTo(401);
      assertThat(wire.send("test", get(server)).status()).isZero();
      assertThat(server.waiting()).isEqualTo(5);
    }
  }

  @Test
  void aCookieThatWasSetIsNotSentBack() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n", OK)) {
      wire.send("test", get(server));
      wire.send("test", get(server));
      server.request();
      assertThat(server.requestText()).doesNotContainIgnoringCase("cookie");
    }
  }

  @Test
  void whatCameCompressedStaysCompressed() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")) {
      Hop unasked = wire.send("test", get(server));
      Hop asked = wire.send("test", get(server, new Header("Accept-Encoding", "gzip")));
      assertThat(server.requestText()).doesNotContain("Accept-Encoding");
      assertThat(server.requestText()).contains("\r\nAccept-Encoding: gzip\r\n");
      assertThat(text(unasked.body())).isEqualTo("abc");
      assertThat(text(asked.body())).isEqualTo("abc");
      assertThat(unasked.header("Content-Encoding")).contains("gzip");
    }
  }

  @Test
  void theRawResponseShowsTheChunksThatTheBodyHides() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n")) {
      Hop hop = wire.send("test", get(server));
      assertThat(text(hop.body())).isEqualTo("hi");
      assertThat(text(hop.rawResponse())).endsWith("\r\n\r\n2\r\nhi\r\n0\r\n\r\n");
    }
  }

  @Test
  void aLengthThatThePersonWroteIsNotCorrected() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      Draft draft =
          new Draft(
              "POST",
              server.url("/"),
              List.of(new Header("content-length", "1")),
              new byte[] {'x'});
      Hop hop = wire.send("test", draft);
      assertThat(text(hop.rawRequest()))
          .contains("content-length: 1\r\n\r\nx")
          .doesNotContain("Content-Length");
    }
  }

  @Test
  void aVeryLargeAnswerIsReadUpToTheLimit() throws IOException, InterruptedException {
    try (ScriptedServer server =
            ScriptedServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(200_000));
        OkHttpWire small = new OkHttpWire(WireOptions.standard().reading(100_000))) {
      Hop hop = small.send("test", get(server));
      assertThat(hop.body()).hasSize(100_000);
      assertThat(hop.status()).isEqualTo(200);
      assertThat(hop.error()).contains("more than 100000 bytes");
    }
  }
}
