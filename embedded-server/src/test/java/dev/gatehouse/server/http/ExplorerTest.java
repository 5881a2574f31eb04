package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The explorer shows exchanges, and only to programs of this machine. */
final class ExplorerTest {
  private static final int PATIENCE_MILLIS = 10_000;

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

  @BeforeEach
  void forget() {
    server.exchanges().clear();
  }

  @Test
  void anExchangeIsShownWithEveryCheck() {
    String id = caller.get("/me", caller.apiKey("alice")).header("Exchange-Id");

    JsonNode shown = caller.get("/explorer/exchanges/" + id).json();

    assertThat(shown.path("id").asText()).isEqualTo(id);
    assertThat(shown.at("/request/method").asText()).isEqualTo("GET");
    assertThat(shown.at("/authentication/outcome").asText()).isEqualTo("authenticated");
    assertThat(shown.at("/authentication/principal/id").asText()).isEqualTo("alice");
    assertThat(shown.at("/authentication/checks").findValuesAsText("id"))
        .contains("transport.host", "credentials.single", "api-key.known");
    assertThat(shown.at("/authorization/outcome").asText()).isEqualTo("permitted");
    assertThat(shown.at("/response/status").asInt()).isEqualTo(200);
  }

  @Test
  void noSecretIsShown() {
    String password = caller.secret("alice", "password");
    caller.get("/me", caller.basic("alice"));
    caller.get("/me", caller.apiKey("alice"));
    caller.get("/me", caller.opaque("alice"));
    caller.get("/me", caller.jwt("alice"));
    caller.get("/me?access_token=" + caller.secret("alice", "opaqueToken"));
    caller.get("/me?access%5Ftoken=" + caller.secret("alice", "jwt"));
    caller.get("/me?api%5Fkey=" + caller.secret("alice", "apiKey"));
    caller.json("POST", "/login", "{\"username\":\"alice\",\"password\":\"" + password + "\"}");

    String shown = caller.get("/explorer/exchanges").body();

    assertThat(shown)
        .contains("Basic ", "Bearer ", "X-API-Key", "Set-Cookie", "gatehouse-session=")
        .doesNotContain(password)
        .doesNotContain(caller.basic("alice").substring("Authorization: Basic ".length()))
        .doesNotContain(caller.secret("alice", "apiKey"))
        .doesNotContain(caller.secret("alice", "jwt"))
        .doesNotContain(caller.secret("alice", "opaqueToken"));
  }

  @Test
  void exchangesAreGivenInPages() {
    String first = caller.get("/health").header("Exchange-Id");
    String second = caller.get("/health").header("Exchange-Id");
    String third = caller.get("/health").header("Exchange-Id");

    assertThat(caller.get("/explorer/exchanges?limit=2").json().findValuesAsText("id"))
        .contains(first, second)
        .doesNotContain(third);
    assertThat(caller.get("/explorer/exchanges?after=" + second).json()).hasSize(1);
    assertThat(caller.get("/explorer/exchanges?limit=many").status()).isEqualTo(400);
  }

  @Test
  void lookingIsNotItselfNoted() {
    caller.get("/explorer/exchanges");

    assertThat(server.exchanges().after(null, 10)).isEmpty();
  }

  @Test
  void anUnknownExchangeIsNotFound() {
    assertThat(caller.get("/explorer/exchanges/none").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"calendar.example", "127.0.0.1.example", "localhost.example:80", "0.0.0.0"})
  void aReboundNameIsShownNothing(String host) {
    Answer answer =
        caller.raw(
            "GET /explorer/exchanges HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

    assertThat(answer.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://attacker.example",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void aPageOfAnotherOriginIsShownNothing(String header) {
    assertThat(caller.get("/explorer/exchanges", header).status()).isEqualTo(403);
    assertThat(caller.get("/explorer/stream", header).status()).isEqualTo(403);
  }

  @Test
  void exchangesAreSeenLive() throws IOException {
    try (Socket socket = caller.connect();
        BufferedReader live = listen(socket, "")) {
      String id = caller.get("/health").header("Exchange-Id");

      assertThat(nextEvent(live).path("id").asText()).isEqualTo(id);
    }
  }

  @Test
  void whoComesBackIsToldWhatTheyMissed() throws IOException {
    String seen = caller.get("/health").header("Exchange-Id");
    String missed = caller.get("/health").header("Exchange-Id");
    try (Socket socket = caller.connect();
        BufferedReader live = listen(socket, "Last-Event-ID: " + seen + "\r\n")) {
      assertThat(nextEvent(live).path("id").asText()).isEqualTo(missed);
      String next = caller.get("/health").header("Exchange-Id");
      assertThat(nextEvent(live).path("id").asText()).isEqualTo(next);
    }
  }

  @Test
  void whoComesBackAfterLongIsToldAllThatTheyMissed() throws IOException {
    String seen = caller.get("/health").header("Exchange-Id");
    List<String> missed = new ArrayList<>();
    for (int i = 0; i < ExchangeStream.QUEUED + 10; i++) {
      missed.add(caller.get("/health").header("Exchange-Id"));
    }

    try (Socket socket = caller.connect();
        BufferedReader live = listen(socket, "Last-Event-ID: " + seen + "\r\n")) {
      List<String> told = new ArrayList<>();
      for (int i = 0; i < missed.size(); i++) {
        told.add(nextEvent(live).path("id").asText());
      }
      assertThat(told).isEqualTo(missed);
    }
  }

  @Test
  void oneWhoDoesNotReadHoldsNobodyUpAndIsHungUpOn() throws IOException {
    try (Socket lazy = new Socket()) {
      lazy.setReceiveBufferSize(1024);
      lazy.setSoTimeout(PATIENCE_MILLIS);
      lazy.connect(new InetSocketAddress(server.http().getHost(), server.http().getPort()));
      listen(lazy, "");
      String long8k = "X-Long: " + "a".repeat(8_000);
      for (int i = 0; i < 3_000; i++) {
        assertThat(caller.get("/health", long8k).status()).isEqualTo(200);
      }

      assertThat(isHungUpOn(lazy)).isTrue();
    }
  }

  /** Reads to the end, which never comes while the other side goes on. */
  private static boolean isHungUpOn(Socket socket) throws IOException {
    try {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (SocketTimeoutException goesOn) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Reads up to the first comment, after which nothing is missed. */
  private static BufferedReader listen(Socket socket, String header) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET /explorer/stream HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    assertThat(line).isEqualTo("HTTP/1.1 200 OK");
    while (!line.startsWith("retry:")) {
      line = reader.readLine();
    }
    return reader;
  }

  private static JsonNode nextEvent(BufferedReader live) throws IOException {
    String line = live.readLine();
    while (!line.startsWith("data: ")) {
      line = live.readLine();
    }
    return JsonMapper.builder().build().readTree(line.substring("data: ".length()));
  }
}
