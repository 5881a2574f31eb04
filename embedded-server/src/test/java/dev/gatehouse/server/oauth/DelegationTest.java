package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.StrictJson;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that acts for a person under its own name (RFC 8693 §1.1, §4.1). */
final class DelegationTest {
  private static GatehouseServer server;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    visitor = new Visitor(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String ofAlice() {
    return server.issuer().issue("alice", Set.of("events:read"), Map.of());
  }

  private static String ofMachine() {
    return visitor
        .post("/oauth/token", Map.of("grant_type", "client_credentials"), visitor.basic("machine"))
        .text("access_token");
  }

  private static Seen exchange(String subject, String... changes) {
    return visitor.post(
        "/oauth/token",
        Visitor.with(
            Map.of(
                "grant_type", GrantTypes.EXCHANGE,
                "subject_token_type", ExchangeGrant.ACCESS_TOKEN,
                "subject_token", subject,
                "actor_token_type", ExchangeGrant.ACCESS_TOKEN,
                "actor_token", ofMachine()),
            changes),
        visitor.basic("machine"));
  }

  private static JsonNode claims(Seen seen) throws Exception {
    return StrictJson.object(CompactJws.read(seen.text("access_token")).payload(), "the token");
  }

  @Test
  void theTokenIsAboutThePersonAndSaysWhoActs() throws Exception {
    Seen seen = exchange(ofAlice());

    assertThat(seen.failure()).as(seen.body()).isEqualTo("-");
    assertThat(claims(seen).path("sub").asText()).isEqualTo("alice");
    assertThat(claims(seen).path("act").toString()).isEqualTo("{\"sub\":\"machine\"}");
    String bearer = "Authorization: Bearer " + seen.text("access_token");
    assertThat(visitor.get("/me", bearer).text("id")).isEqualTo("alice");
  }

  @Test
  void whoHasActedBeforeIsKept() throws Exception {
    Map<String, Object> before = Map.of("act", Map.of("sub", "web"));
    String delegated = server.issuer().issue("alice", Set.of("events:read"), before);

    assertThat(claims(exchange(delegated)).path("act").toString())
        .isEqualTo("{\"sub\":\"machine\",\"act\":{\"sub\":\"web\"}}");
    assertThat(
            claims(exchange(delegated, "actor_token", "", "actor_token_type", ""))
                .path("act")
                .toString())
        .isEqualTo("{\"sub\":\"web\"}");
  }

  @Test
  void whoActsProvesItByAGoodToken() {
    Seen seen = exchange(ofAlice(), "actor_token", "made-up");

    assertThat(seen.failure()).isEqualTo("token.exchange-actor");
    assertThat(seen.error()).isEqualTo("invalid_request");
  }

  @Test
  void aTokenThatTheClientWasOnlySentDoesNotMakeItsOwnerAct() {
    assertThat(exchange(ofAlice(), "actor_token", ofAlice()).failure())
        .isEqualTo("token.exchange-actor");
  }

  @Test
  void theTypeOfTheActorsTokenIsSaidIfThereIsOne() {
    assertThat(exchange(ofAlice(), "actor_token_type", "").failure())
        .isEqualTo("token.exchange-types");
    assertThat(exchange(ofAlice(), "actor_token", "").failure()).isEqualTo("token.exchange-types");
  }
}
