package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People look at their API keys and take them back, over the wire. */
final class ApiKeysTest {
  private static final String KEYS = "/me/api-keys";

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
  void reset() {
    server.reset();
  }

  private static String keyOfAlice() {
    JsonNode keys = caller.get(KEYS, caller.jwt("alice")).json().path("apiKeys");
    assertThat(keys).hasSize(1);
    return KEYS + "/" + keys.at("/0/id").asText();
  }

  @Test
  void theListTellsNoSecret() {
    assertThat(caller.secret("alice", "apiKey"))
        .startsWith("gh_key_" + keyOfAlice().substring(KEYS.length() + 1) + "_");
    assertThat(caller.get(KEYS, caller.jwt("alice")).body()).doesNotContain("gh_key_");
  }

  @Test
  void aKeyThatWasTakenBackIsRefusedFromThenOn() {
    assertThat(caller.send("DELETE", keyOfAlice(), "", caller.apiKey("alice")).status())
        .isEqualTo(204);

    Answer answer = caller.get("/me", caller.apiKey("alice"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("api-key.active");
    assertThat(caller.get(KEYS, caller.jwt("alice")).json().path("apiKeys")).isEmpty();
  }

  @Test
  void somebodyElsesKeyIsNotFound() {
    assertThat(caller.send("DELETE", keyOfAlice(), "", caller.jwt("bob")).status()).isEqualTo(404);
    assertThat(caller.get("/me", caller.apiKey("alice")).status()).isEqualTo(200);
  }

  @Test
  void aTokenWithoutTheScopeForTokensTakesNoKeyBack() {
    Answer made =
        caller.json(
            "POST",
            "/me/tokens",
            "{\"name\":\"x\",\"scopes\":[\"events:read\"]}",
            caller.jwt("alice"));
    String little = Caller.bearer(made.json().path("token").asText());

    Answer answer = caller.send("DELETE", keyOfAlice(), "", little);

    assertThat(caller.decidedBy(answer)).isEqualTo("scope");
  }
}
