package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered when a request is not what it should be. */
final class ProblemsTest {
  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asText()).isNotEmpty();
    assertThat(answer.json().path("detail").asText()).isNotEmpty();
    assertThat(answer.json().path("exchange").asText()).isEqualTo(answer.header("Exchange-Id"));
    assertThat(answer.json().path("instance").asText()).endsWith(answer.header("Exchange-Id"));
    assertThat(answer.headers("Server")).isEmpty();
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jetty");
    assertThat(caller.record(answer).response().status()).isEqualTo(status);
  }

  @Test
  void aPathThatIsNotThereIsNotFound() {
    assertProblem(caller.get("/nowhere"), 404);
  }

  @Test
  void aMethodThatAPathDoesNotKnowIsToldWhichItDoes() {
    Answer answer = caller.send("DELETE", "/me", "");

    assertProblem(answer, 405);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "PROPFIND", "get", "A"})
  void aMethodThatNobodyKnowsIsRefused(String method) {
    assertProblem(caller.send(method, "/me", ""), 405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /me HTTP/2.7|505",
        "GET /me|505",
        "GET  /me HTTP/1.1|400",
        "G\u0001T /me HTTP/1.1|400",
        "GET /me HTTP/1.1\\r\\nNo colon|400",
        "GET /me HTTP/1.1\\r\\nHost: a\\r\\n folded|400",
        "GET /me HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 2|400",
        "GET /me HTTP/1.1\\r\\nContent-Length: minus|400",
        "POST /login HTTP/1.1\\r\\nTransfer-Encoding: gzip|400",
      })
  void whatIsNotHttpIsRefusedAsAProblem(String lines, int status) {
    String request = lines.replace("\\r\\n", "\r\n") + "\r\nConnection: close\r\n\r\n";

    assertProblem(caller.raw(request), status);
  }

  @Test
  void aRequestWithoutAHostIsRefused() {
    assertProblem(caller.raw("GET /me HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
  }

  @Test
  void aRequestOfTwoLengthsIsRefusedAndTheConnectionClosed() {
    Answer answer =
        caller.raw(
            "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

    assertProblem(answer, 400);
  }

  @Test
  void aBrokenChunkIsRefused() {
    Answer answer =
        caller.raw(
            "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");

    assertProblem(answer, 400);
  }

  @Test
  void aHeadIsTheGetWithoutItsBody() {
    Answer head = caller.send("HEAD", "/health", "");
    Answer get = caller.get("/health");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
  }

  @Test
  void optionsNamesTheMethodsOfAPath() {
    Answer answer = caller.send("OPTIONS", "/login", "");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Allow")).isEqualTo("OPTIONS, POST");
  }

  @Test
  void aPreflightOfAnotherOriginIsGrantedNothing() {
    Answer answer =
        caller.send(
            "OPTIONS",
            "/me",
            "",
            "Origin: https://attacker.example",
            "Access-Control-Request-Method: GET");

    assertThat(answer.headers()).noneMatch(h -> h.name().startsWith("Access-Control"));
  }

  @Test
  void optionsForTheWholeServerIsAnswered() {
    assertThat(caller.send("OPTIONS", "*", "").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/calendars/../me", "/calendars/%2e%2e/me", "/calendars/.%2E/me", "/./me", "//me",
            "/calendars//x",
        "/me;x=1", "/me%2f", "/calendars/a%2Fb", "/calendars/a%5cb", "/calendars/a\\b", "/m%65",
        "/calendars/%c3%28", "/calendars/%25", "/calendars/%0a"
      })
  void aPathThatCanBeReadInTwoWaysIsRefused(String path) {
    Answer answer = caller.get(path, caller.apiKey("alice"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(caller.decidedBy(answer)).isEqualTo("path.canonical");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me%00", "/calendars/%zz", "/calendars/%"})
  void aPathThatIsNoPathIsRefused(String path) {
    assertProblem(caller.get(path, caller.apiKey("alice")), 400);
  }

  @Test
  void theCaseOfHeaderNamesIsKeptInTheRecord() {
    Answer answer = caller.get("/health", "x-MiXed: Case", "aCCept: */*");

    assertThat(caller.record(answer).request().headers())
        .extracting(h -> h.name() + "=" + h.value())
        .startsWith("Host=" + caller.authority(), "x-MiXed=Case", "aCCept=*/*");
  }

  @Test
  void theQueryIsKeptAsItWasSent() {
    Answer answer = caller.get("/health?a=%20+b&c");

    assertThat(caller.record(answer).request().target()).isEqualTo("/health?a=%20+b&c");
  }
}
