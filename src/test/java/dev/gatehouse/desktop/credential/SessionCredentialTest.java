package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.ScriptedServer;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in is a request of its own, and what it gave goes onto the call. */
final class SessionCredentialTest {
  private static final String SIGNED_IN =
      "HTTP/1.1 200 OK\r\nSet-Cookie: gatehouse-session=abc; Path=/; HttpOnly\r\n"
          + "Content-Length: 20\r\n\r\n{\"csrfToken\":\"csrf\"}";
  private static final Map<String, String> ALICE =
      Map.of("username", "alice", "password", "se\"cret");

  private final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  @AfterEach
  void close() {
    wire.close();
  }

  private List<Header> presented(ScriptedServer server, String method) throws Exception {
    Draft call = new Draft(method, server.url("/calendars?x=y"), List.of(), new byte[0]);
    return new SessionCredential().present(ALICE, call, wire).headers();
  }

  @Test
  void aReadingCallCarriesTheCookieAlone() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(SIGNED_IN)) {
      assertThat(presented(server, "GET"))
          .containsExactly(new Header("Cookie", "gatehouse-session=abc"));
      assertThat(server.requestText())
          .startsWith("POST /login HTTP/1.1\r\n")
          .contains("\r\nContent-Type: application/json\r\n")
          .endsWith("\r\n\r\n{\"username\":\"alice\",\"password\":\"se\\\"cret\"}");
    }
  }

  @Test
  void aCallThatChangesSomethingCarriesTheSecondSecretToo() throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(SIGNED_IN)) {
      assertThat(presented(server, "POST"))
          .containsExactly(
              new Header("Cookie", "gatehouse-session=abc"), new Header("X-CSRF-Token", "csrf"));
    }
  }

  @Test
  void aRefusedLoginIsToldInWords() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")) {
      assertThatThrownBy(() -> presented(server, "GET"))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("401");
    }
  }

  @Test
  void anAnswerWithoutACookieIsToldInWords() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      assertThatThrownBy(() -> presented(server, "GET"))
          .isInstanceOf(CredentialException.class)
          .hasMessageContaining("no cookie");
    }
  }
}
