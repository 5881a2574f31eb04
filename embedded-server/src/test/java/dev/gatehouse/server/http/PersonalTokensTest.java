package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that people make for programs of theirs, over the wire. */
final class PersonalTokensTest {
  private static final String TOKENS = "/me/tokens";
  private static final String EVENTS = "/calendars/alice-work/events";

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

  private static Answer made(String body, String credential) {
    return caller.json("POST", TOKENS, body, credential);
  }

  private static JsonNode madeByAlice(String... scopes) {
    Answer answer =
        made(
            "{\"name\":\"backup\",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}",
            caller.jwt("alice"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private static String bearer(JsonNode made) {
    return Caller.bearer(made.path("token").asText());
  }

  private static void assertDecided(Answer answer, int status, String by) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(caller.decidedBy(answer)).isEqualTo(by);
  }

  @Test
  void aTokenIsToldOnceAndStandsForItsPersonAndItsScopes() {
    JsonNode made = madeByAlice("events:read");

    assertThat(made.path("token").asText()).startsWith("gh_pat_" + made.path("id").asText());
    Answer answer = caller.get(EVENTS, bearer(made));
    assertDecided(answer, 200, "-");
    Principal principal = caller.record(answer).authentication().principal().orElseThrow();
    assertThat(principal.id()).isEqualTo("alice");
    assertThat(principal.scopes()).containsExactly("events:read");
    assertThat(caller.record(answer).authentication().type()).isEqualTo("opaque-token");
    assertThat(caller.get(TOKENS, caller.jwt("alice")).body()).doesNotContain("gh_pat_");
  }

  @Test
  void aTokenForLittleCannotMakeOneForMore() {
    JsonNode made = madeByAlice("events:read", "tokens:write");

    assertDecided(
        made("{\"name\":\"x\",\"scopes\":[\"events:write\"]}", bearer(made)), 403, "delegation");
    assertDecided(made("{\"name\":\"x\",\"scopes\":[\"events:read\"]}", bearer(made)), 201, "-");
    assertDecided(
        made("{\"name\":\"x\",\"scopes\":[\"no:such\"]}", caller.jwt("alice")), 403, "delegation");
  }

  @Test
  void aTokenWithoutTheScopeForTokensMakesNone() {
    assertDecided(
        made("{\"name\":\"x\",\"scopes\":[\"events:read\"]}", bearer(madeByAlice("events:read"))),
        403,
        "scope");
  }

  @Test
  void aTokenThatIsDeletedIsRefusedFromThenOn() {
    JsonNode made = madeByAlice("events:read");
    String one = TOKENS + "/" + made.path("id").asText();

    assertDecided(caller.send("DELETE", one, "", caller.jwt("alice")), 204, "-");

    assertDecided(caller.get(EVENTS, bearer(made)), 401, "opaque-token.active");
    assertThat(caller.get(one, caller.jwt("alice")).status()).isEqualTo(404);
    assertThat(caller.get(TOKENS, caller.jwt("alice")).json().path("tokens")).isEmpty();
  }

  @Test
  void somebodyElsesTokenIsNotFound() {
    String one = TOKENS + "/" + madeByAlice("events:read").path("id").asText();

    assertThat(caller.get(one, caller.jwt("bob")).status()).isEqualTo(404);
    assertThat(caller.send("DELETE", one, "", caller.jwt("bob")).status()).isEqualTo(404);
    assertThat(caller.get(one, caller.jwt("alice")).status()).isEqualTo(200);
  }

  @Test
  void theListTellsWhenATokenWasLastOfUse() {
    JsonNode made = madeByAlice("events:read");
    assertThat(made.path("lastUsedAt").isNull()).isTrue();

    assertDecided(caller.get(EVENTS, bearer(made)), 200, "-");

    JsonNode listed = caller.get(TOKENS, caller.jwt("alice")).json().at("/tokens/0");
    assertThat(listed.path("createdAt")).isEqualTo(made.path("createdAt"));
    assertThat(listed.path("expiresAt")).isEqualTo(made.path("expiresAt"));
    assertThat(Instant.parse(listed.path("lastUsedAt").asText()))
        .isAfterOrEqualTo(Instant.parse(made.path("createdAt").asText()));
  }

  @Test
  void aTokenEndsAfterThirtyDaysUnlessSaidOtherwise() {
    JsonNode made = madeByAlice("events:read");
    String end = Instant.now().plus(Duration.ofDays(366)).minusSeconds(60).toString();
    Answer longer =
        made(
            "{\"name\":\"x\",\"scopes\":[\"events:read\"],\"expiresAt\":\"" + end + "\"}",
            caller.jwt("alice"));

    assertThat(
            Duration.between(
                Instant.parse(made.path("createdAt").asText()),
                Instant.parse(made.path("expiresAt").asText())))
        .isBetween(Duration.ofDays(30).minusMinutes(1), Duration.ofDays(30).plusMinutes(1));
    assertThat(longer.status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scopes\":[\"events:read\"]}",
        "{\"name\":\" \",\"scopes\":[\"events:read\"]}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"scopes\":[]}",
        "{\"name\":\"x\",\"scopes\":\"events:read\"}",
        "{\"name\":\"x\",\"scopes\":[\"events:read\",\"events:read\"]}",
        "{\"name\":\"x\",\"scopes\":[\"events:read\"],\"expiresAt\":\"tomorrow\"}",
        "{\"name\":\"x\",\"scopes\":[\"events:read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
        "{\"name\":\"x\",\"scopes\":[\"events:read\"],\"expiresAt\":\"2999-01-01T00:00:00Z\"}"
      })
  void whatIsNoTokenToMakeIsABadRequest(String body) {
    assertThat(made(body, caller.jwt("alice")).status()).isEqualTo(400);
  }

  @Test
  void nobodyChoosesTheOwnerOfAToken() {
    assertDecided(
        made(
            "{\"name\":\"x\",\"scopes\":[\"events:read\"],\"personId\":\"bob\"}",
            caller.jwt("alice")),
        403,
        "properties");
  }

  @Test
  void aProgramThatActsForItselfHasNoPersonalTokens() {
    String machine =
        Caller.bearer(
            server.issuer().issue("machine", Set.of("tokens:write", "events:read"), Map.of()));

    assertThat(made("{\"name\":\"x\",\"scopes\":[\"events:read\"]}", machine).status())
        .isEqualTo(403);
  }

  @Test
  void thereIsAnEndToHowManyOnePersonHas() {
    Answer last = made("{\"name\":\"x\",\"scopes\":[\"events:read\"]}", caller.jwt("alice"));
    for (int i = 1; i <= 50 && last.status() == 201; i++) {
      last = made("{\"name\":\"x\",\"scopes\":[\"events:read\"]}", caller.jwt("alice"));
    }

    assertThat(last.status()).isEqualTo(409);
    assertThat(made("{\"name\":\"x\",\"scopes\":[\"events:read\"]}", caller.jwt("bob")).status())
        .isEqualTo(201);
  }
}
