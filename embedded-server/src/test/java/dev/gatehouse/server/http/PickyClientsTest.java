package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs that read challenges in ways of their own get the same ones so that they can. */
final class PickyClientsTest {
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String WGET = "User-Agent: Wget/1.21.3";

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

  private static List<String> schemes(Answer answer) {
    return answer.headers(CHALLENGE).stream().map(value -> value.split(" ", 2)[0]).toList();
  }

  private static String statusLine(String... headers) throws IOException {
    try (Socket socket = caller.connect()) {
      String request =
          "GET /me HTTP/1.1\r\nHost: "
              + caller.authority()
              + "\r\n"
              + String.join("\r\n", headers)
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void wgetGetsOneLineForDigestAndItIsTheLast() {
    Answer answer = caller.get("/me", WGET);

    assertThat(schemes(answer)).doesNotHaveDuplicates().endsWith("Digest");
    String digest = answer.headers(CHALLENGE).get(schemes(answer).size() - 1);
    assertThat(digest)
        .containsSubsequence("algorithm=SHA-256,", "Algorithm=SHA-512-256,")
        .contains("qop=\"auth\"")
        .doesNotContain("auth-int", "MD5");
  }

  @Test
  void wgetIsAskedForNothingLessThanOthers() {
    assertThat(schemes(caller.get("/me", WGET)))
        .containsExactlyInAnyOrderElementsOf(
            schemes(caller.get("/me")).stream().distinct().toList());
  }

  @Test
  void wgetIsToldInTheStatusLineWhyItIsRefused() throws IOException {
    assertThat(statusLine(WGET, "Authorization: Basic YWxpY2U6d3Jvbmc="))
        .startsWith("HTTP/1.1 401 ")
        .contains("password", "Expected: ")
        .matches("[\\x20-\\x7e]*");
    assertThat(statusLine("User-Agent: curl/8.0")).isEqualTo("HTTP/1.1 401 Unauthorized");
  }

  @Test
  void whoIsNotRefusedIsToldNothingElse() throws IOException {
    assertThat(statusLine(WGET, caller.basic("alice"))).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void httpieFindsDigestInTheFirstLine() {
    List<String> schemes = schemes(caller.get("/me", "User-Agent: HTTPie/3.2.1"));

    assertThat(schemes)
        .startsWith("Digest", "Digest")
        .containsExactlyInAnyOrderElementsOf(schemes(caller.get("/me")));
  }
}
