package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is answered to requests that came over a network, and to pages of other origins. */
final class TransportTest {
  private static final String ORIGIN = "https://attacker.example";

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

  @AfterEach
  void harden() {
    server.weaknesses().clear();
  }

  private static Answer overTheNetwork(String header) {
    return caller.raw(
        "GET /me HTTP/1.1\r\nHost: calendar.localhost:"
            + server.http().getPort()
            + "\r\n"
            + header
            + "Connection: close\r\n\r\n");
  }

  private static boolean isAskedForACredential(Answer answer) {
    return answer.headers().stream()
        .anyMatch(header -> header.name().equalsIgnoreCase("WWW-Authenticate"));
  }

  @Test
  void nobodyIsAskedForACredentialInPlainHttpOverANetwork() {
    Answer answer = overTheNetwork("");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(caller.decidedBy(answer)).isEqualTo("transport.encrypted");
    assertThat(answer.body()).contains("HTTPS");
    assertThat(isAskedForACredential(answer)).isFalse();
  }

  @Test
  void aCredentialThatWasSentThereAllTheSameIsNotTaken() {
    Answer answer = overTheNetwork(caller.jwt("alice") + "\r\n");

    assertThat(caller.decidedBy(answer)).isEqualTo("transport.encrypted");
  }

  @Test
  void withThatWeaknessTheServerAsksForACredentialThere() {
    server.weaknesses().set("cleartext-transport", true);

    Answer answer = overTheNetwork("");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(isAskedForACredential(answer)).isTrue();
  }

  @Test
  void noOtherOriginIsToldThatItMayRead() {
    Answer answer = caller.get("/me", caller.jwt("alice"), "Origin: " + ORIGIN);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(caller.decidedBy(answer)).isEqualTo("transport.origin");
    assertThat(answer.headers()).noneMatch(h -> h.name().startsWith("Access-Control"));
  }

  @Test
  void theOwnOriginMayRead() {
    Answer answer = caller.get("/me", caller.jwt("alice"), "Origin: http://" + caller.authority());

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void withThatWeaknessEveryOriginIsToldThatItMayRead() {
    server.weaknesses().set("reflect-origin", true);

    Answer answer = caller.get("/me", caller.jwt("alice"), "Origin: " + ORIGIN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(caller.get("/me", caller.jwt("alice")).headers())
        .noneMatch(h -> h.name().startsWith("Access-Control"));
  }
}
