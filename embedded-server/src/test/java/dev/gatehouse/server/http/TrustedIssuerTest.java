package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.ServerStartException;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of an outside issuer, which is another real server, open this one. */
final class TrustedIssuerTest {
  private static final String EVENTS = "/calendars/alice-work/events";

  private static GatehouseServer issuer;
  private static GatehouseServer api;
  private static Caller caller;

  @BeforeAll
  static void start() {
    issuer = GatehouseServer.start(ServerOptions.onAnyPort());
    api = GatehouseServer.start(ServerOptions.onAnyPort().trusting(issuer.http().toString()));
    caller = new Caller(api);
  }

  @AfterAll
  static void stop() {
    api.close();
    issuer.close();
  }

  private static String tokenOf(
      GatehouseServer server, String subject, Map<String, Object> claims) {
    return Caller.bearer(server.issuer().issue(subject, Set.of("events:read"), claims));
  }

  private static void assertDecided(Answer answer, int status, String by) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(caller.decidedBy(answer)).isEqualTo(by);
  }

  private static List<String> fetchedFrom(GatehouseServer server) {
    return server.exchanges().after(null, 1_000).stream()
        .map(ExchangeRecord::request)
        .map(ExchangeRecord.RequestLine::target)
        .filter(target -> target.startsWith("/.well-known/"))
        .toList();
  }

  @Test
  void aTokenOfATrustedIssuerStandsForThePersonOfThatName() {
    Answer answer = caller.get(EVENTS, tokenOf(issuer, "alice", Map.of()));

    assertDecided(answer, 200, "-");
    Principal principal = caller.record(answer).authentication().principal().orElseThrow();
    assertThat(principal.id()).isEqualTo("alice");
    assertThat(principal.scopes()).containsExactly("events:read");
  }

  @Test
  void thePersonIsWhoeverTheUsernameSaysIfThereIsOne() {
    Answer answer =
        caller.get(
            EVENTS,
            tokenOf(issuer, "8f14e45f", Map.of("preferred_username", "alice", "typ", "Bearer")));

    assertDecided(answer, 200, "-");
    assertDecided(
        caller.get(EVENTS, tokenOf(issuer, "alice", Map.of("preferred_username", "mallory"))),
        401,
        "jwt.sub");
  }

  @Test
  void aProgramOfThisServerIsNobodyToOutsideIssuers() {
    assertDecided(caller.get("/me", tokenOf(issuer, "machine", Map.of())), 401, "jwt.sub");
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    assertDecided(
        caller.get(EVENTS, tokenOf(issuer, "alice", Map.of("aud", "account"))), 401, "jwt.aud");
  }

  @Test
  void aTokenThatSaysItIsAnIdTokenIsRefused() {
    assertDecided(
        caller.get(EVENTS, tokenOf(issuer, "alice", Map.of("typ", "ID"))), 401, "jwt.typ");
  }

  @Test
  void eachIssuersKeysAreGoodForItsOwnNameAlone() {
    String ours = api.http().toString();
    String theirs = issuer.http().toString();

    assertDecided(
        caller.get(EVENTS, tokenOf(issuer, "alice", Map.of("iss", ours))), 401, "jwt.key-known");
    assertDecided(
        caller.get(EVENTS, tokenOf(api, "alice", Map.of("iss", theirs))), 401, "jwt.key-known");
    assertDecided(
        caller.get(EVENTS, tokenOf(issuer, "alice", Map.of("iss", theirs + "/"))),
        401,
        "jwt.key-known");
  }

  @Test
  void ownTokensAreTakenAsBefore() {
    assertDecided(caller.get(EVENTS, caller.jwt("alice")), 200, "-");
  }

  @Test
  void withoutTrustItsTokensAreRefused() {
    try (GatehouseServer alone = GatehouseServer.start(ServerOptions.onAnyPort())) {
      Caller there = new Caller(alone);
      Answer answer = there.get(EVENTS, tokenOf(issuer, "alice", Map.of()));

      assertThat(there.decidedBy(answer)).isEqualTo("jwt.key-known");
    }
  }

  @Test
  void keysAreFetchedWhenTheyAreFirstNeededAndThenKept() {
    try (GatehouseServer quiet = GatehouseServer.start(ServerOptions.onAnyPort());
        GatehouseServer trusting =
            GatehouseServer.start(ServerOptions.onAnyPort().trusting(quiet.http().toString()))) {
      Caller there = new Caller(trusting);
      assertThat(there.get(EVENTS, there.jwt("alice")).status()).isEqualTo(200);
      assertThat(fetchedFrom(quiet)).isEmpty();

      for (int i = 0; i < 3; i++) {
        assertThat(there.get(EVENTS, tokenOf(quiet, "alice", Map.of())).status()).isEqualTo(200);
      }

      assertThat(fetchedFrom(quiet)).hasSize(2);
    }
  }

  @Test
  void tokensByTheKeysOfBeforeAndAfterARotationAreBothTaken() {
    try (GatehouseServer rotating = GatehouseServer.start(ServerOptions.onAnyPort());
        GatehouseServer trusting =
            GatehouseServer.start(ServerOptions.onAnyPort().trusting(rotating.http().toString()))) {
      Caller there = new Caller(trusting);
      String before = tokenOf(rotating, "alice", Map.of());
      rotating.issuer().rotate();
      String after = tokenOf(rotating, "alice", Map.of());

      assertThat(there.get(EVENTS, before).status()).isEqualTo(200);
      assertThat(there.get(EVENTS, after).status()).isEqualTo(200);
      assertThat(fetchedFrom(rotating)).hasSize(2);
    }
  }

  @Test
  void anIssuerThatDoesNotAnswerIsNoFaultOfTheCaller() {
    GatehouseServer gone = GatehouseServer.start(ServerOptions.onAnyPort());
    String token = tokenOf(gone, "alice", Map.of());
    gone.close();
    try (GatehouseServer trusting =
        GatehouseServer.start(ServerOptions.onAnyPort().trusting(gone.http().toString()))) {
      Caller there = new Caller(trusting);

      Answer answer = there.get(EVENTS, token);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("30");
      assertThat(there.decidedBy(answer)).isEqualTo("jwt.key-known");
    }
  }

  @Test
  void keysInAFileNeedNoNetwork(@TempDir Path folder) throws IOException {
    GatehouseServer gone = GatehouseServer.start(ServerOptions.onAnyPort());
    Path file = folder.resolve("keys.json");
    Files.writeString(file, gone.issuer().jwks().toString());
    String token = tokenOf(gone, "alice", Map.of());
    gone.close();
    try (GatehouseServer trusting =
        GatehouseServer.start(ServerOptions.onAnyPort().trusting(gone.http() + "=" + file))) {
      assertThat(new Caller(trusting).get(EVENTS, token).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example",
        "issuer.example",
        "https://user@issuer.example",
        "https://issuer.example?a",
        "file:///etc/passwd",
        "https://issuer.example=/no/such/file"
      })
  void whoCannotBeTrustedIsSaidAtTheStart(String text) {
    ServerOptions options = ServerOptions.onAnyPort().trusting(text);

    assertThatThrownBy(() -> GatehouseServer.start(options))
        .isInstanceOf(ServerStartException.class)
        .matches(failure -> ((ServerStartException) failure).isAboutOptions());
  }

  @Test
  void anotherTokenIsNotTakenForOneOfTheOwn() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", null);

    assertDecided(caller.get(EVENTS, tokenOf(issuer, "alice", claims)), 401, "jwt.key-known");
  }
}
