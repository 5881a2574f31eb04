package dev.gatehouse.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.ScriptedServer;
import dev.gatehouse.server.trace.Header;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that is copied does what the window did. Where there is curl, it is really run. */
final class CurlCommandTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String NASTY = "a'b\"c $HOME `id` \\ !x\n{\"é\":[1]}";

  @TempDir private Path folder;

  private static CredentialType type(String name) {
    return CredentialTypes.of(name).orElseThrow();
  }

  private static Draft call(String method, String url, String body, Header... headers) {
    return new Draft(method, url, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(String type, Map<String, String> values, Draft call)
      throws CredentialException {
    return new CurlCommand(null).write(type(type), values, call);
  }

  private void run(String command) throws IOException, InterruptedException {
    assumeTrue(onPath("curl") && onPath("bash"), "there is no curl here");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(command).isZero();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
  }

  @Test
  void namesAndPasswordsAreQuoted() throws CredentialException {
    Map<String, String> values = Map.of("username", "alice", "password", "it's");
    Draft call = call("GET", "http://127.0.0.1:1/me", "");
    assertThat(written("basic", values, call))
        .isEqualTo("curl -u 'alice:it'\\''s' \\\n  http://127.0.0.1:1/me");
  }

  @Test
  void curlsOwnOptionForASchemeIsUsed() throws CredentialException {
    Draft call = call("DELETE", "https://127.0.0.1:1/a", "", new Header("Accept", "*/*"));
    CurlCommand curl = new CurlCommand("ca file.pem");
    assertThat(curl.write(type("jwt"), Map.of("token", "a.b.c"), call))
        .contains("--oauth2-bearer a.b.c", "-X DELETE", "--cacert 'ca file.pem'");
    assertThat(curl.write(type("api-key"), Map.of("key", "secret"), call))
        .contains("-H 'X-API-Key: secret'");
  }

  @Test
  void whatBashReadsIsWhatWasMeant() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      Draft call =
          call(
              "PUT",
              server.url("/a%20b?c=[1]&d={e,f}&g=$HOME"),
              NASTY,
              new Header("Content-Type", "text/plain"),
              new Header("X-Odd", "it's $HOME \"`id`\""),
              new Header("X-Empty", ""));
      run(written("none", Map.of(), call));
      assertThat(server.requestText())
          .startsWith("PUT /a%20b?c=[1]&d={e,f}&g=$HOME HTTP/1.1\r\n")
          .contains("\r\nX-Odd: it's $HOME \"`id`\"\r\n", "\r\nX-Empty:")
          .endsWith("\r\n\r\n" + NASTY);
    }
  }

  @Test
  void theCredentialIsTheSameAsOurs() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK, OK)) {
      Draft call = call("GET", server.url("/me"), "");
      Map<String, String> alice = Map.of("username", "alice", "password", "p'w £");
      run(written("basic", alice, call));
      run(written("jwt", Map.of("token", "a.b"), call));
      String expected =
          type("basic").present(alice, call, (purpose, draft) -> null).headers().get(0).value();
      assertThat(server.requestText()).contains("Authorization: " + expected + "\r\n");
      assertThat(server.requestText()).contains("Authorization: Bearer a.b\r\n");
    }
  }

  @Test
  void twoCredentialsAreBothSent() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      Draft call = call("GET", server.url("/me"), "", new Header("Authorization", "Basic YTpi"));
      run(written("jwt", Map.of("token", "a.b.c"), call));
      assertThat(server.requestText())
          .contains("Authorization: Basic YTpi\r\n", "Authorization: Bearer a.b.c\r\n");
    }
  }

  @Test
  void bodiesThatNoWordCanHoldAreSentTheSame() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(OK, OK)) {
      Draft binary = new Draft("POST", server.url("/"), List.of(), new byte[] {0, (byte) 0xff, 10});
      run(written("none", Map.of(), binary));
      byte[] request = server.request();
      assertThat(new String(request, StandardCharsets.ISO_8859_1))
          .endsWith("\r\n\r\n\0\u00ff\n")
          .doesNotContain("Content-Type");
      run(written("none", Map.of(), call("POST", server.url("/"), "@x")));
      assertThat(server.requestText()).endsWith("\r\n\r\n@x");
    }
  }

  @Test
  void aSessionIsBegunFirst() throws Exception {
    String signedIn =
        "HTTP/1.1 200 OK\r\nSet-Cookie: gatehouse-session=abc; Path=/\r\nContent-Length: 25\r\n\r\n"
            + "{\"a\":1,\"csrfToken\":\"c-1\"}";
    try (ScriptedServer server = ScriptedServer.answering(signedIn, OK)) {
      Draft call = call("POST", server.url("/calendars"), "{}", new Header("Content-Type", "a/b"));
      Map<String, String> alice = Map.of("username", "alice", "password", "pw");
      run(written("session", alice, call));
      assertThat(server.requestText())
          .startsWith("POST /login HTTP/1.1\r\n")
          .endsWith("{\"username\":\"alice\",\"password\":\"pw\"}");
      assertThat(server.requestText())
          .startsWith("POST /calendars HTTP/1.1\r\n")
          .contains("Cookie: gatehouse-session=abc\r\n", "X-CSRF-Token: c-1\r\n");
    }
  }

  @Test
  void whatWeWriteWeReadAgain() throws Exception {
    Draft call = call("PATCH", "http://127.0.0.1:1/a", NASTY, new Header("X-A", "it's"));
    String line = written("jwt", Map.of("token", "e30.e30."), call);
    CurlImport.Result read = CurlImport.read(line);
    assertThat(read.type()).isEqualTo("jwt");
    assertThat(read.values()).isEqualTo(Map.of("token", "e30.e30."));
    assertThat(read.call().headers()).isEqualTo(call.headers());
    assertThat(read.call().body()).isEqualTo(call.body());
    assertThat(read.call().method()).isEqualTo("PATCH");
  }
}
