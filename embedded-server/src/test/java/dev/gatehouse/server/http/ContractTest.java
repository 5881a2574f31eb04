package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.Decision;
import dev.gatehouse.server.trace.Verification;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What outside programs rely on: each answer, and the very check or rule that decided it. */
final class ContractTest {
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

  private static void assertDecided(Answer answer, int status, String by) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(caller.decidedBy(answer)).isEqualTo(by);
  }

  private static String token(Map<String, Object> claims) {
    return Caller.bearer(
        server.issuer().issue("alice", Set.of("events:read", "calendars:read"), claims));
  }

  @Test
  void noCredentialIsAnsweredWithOneChallengePerSchemeAndAlgorithm() {
    Answer answer = caller.get(EVENTS);

    assertDecided(answer, 401, "credentials.present");
    assertThat(answer.headers("WWW-Authenticate"))
        .extracting(
            challenge -> challenge.replaceFirst("^(\\S+) (?:.*(?i:algorithm=)([^,]*))?.*", "$1 $2"))
        .contains(
            "Basic ",
            "Digest SHA-256",
            "Digest SHA-512-256",
            "SCRAM-SHA-256 ",
            "Bearer ",
            "ApiKey ")
        .doesNotHaveDuplicates();
  }

  @Test
  void basicIsAccepted() {
    assertDecided(caller.get(EVENTS, caller.basic("alice")), 200, "-");
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertDecided(caller.get(EVENTS, Caller.basic("alice", "no")), 401, "basic.password");
  }

  @Test
  void anApiKeyIsAccepted() {
    assertDecided(caller.get(EVENTS, caller.apiKey("alice")), 200, "-");
  }

  @Test
  void anOpaqueTokenIsAccepted() {
    assertDecided(caller.get(EVENTS, caller.opaque("alice")), 200, "-");
  }

  @Test
  void aSignedTokenIsAccepted() {
    Answer answer = caller.get(EVENTS, caller.jwt("alice"));

    assertDecided(answer, 200, "-");
    assertThat(caller.record(answer).authentication().result())
        .isEqualTo(Verification.Result.AUTHENTICATED);
    assertThat(caller.record(answer).authorization().result()).isEqualTo(Decision.Result.PERMITTED);
  }

  @Test
  void anExpiredTokenIsRefusedAtTheExpiryCheck() {
    long past = Instant.now().minusSeconds(3_600).getEpochSecond();

    Answer answer = caller.get(EVENTS, token(Map.of("exp", past)));

    assertDecided(answer, 401, "jwt.exp");
    assertThat(answer.headers("WWW-Authenticate"))
        .anyMatch(c -> c.startsWith("Bearer ") && c.contains("error=\"invalid_token\""));
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    assertDecided(caller.get(EVENTS, token(Map.of("aud", "another-api"))), 401, "jwt.aud");
  }

  @Test
  void twoCredentialsAreOneTooMany() {
    Answer answer = caller.get(EVENTS, caller.basic("alice"), caller.apiKey("alice"));

    assertDecided(answer, 400, "credentials.single");
  }

  @Test
  void twoCredentialsAreOneTooManyAlsoIfOneIsOfAnUnknownScheme() {
    String unknown = "Authorization: Foo bar";

    assertDecided(caller.get(EVENTS, caller.basic("alice"), unknown), 400, "credentials.single");
    assertDecided(caller.get(EVENTS, unknown, caller.apiKey("alice")), 400, "credentials.single");
    assertDecided(caller.get(EVENTS, unknown, unknown), 400, "credentials.single");
  }

  @Test
  void aCredentialOfAnUnknownSchemeIsRefusedAndNotOverlooked() {
    Answer answer = caller.get(EVENTS, "Authorization: Foo bar");

    assertDecided(answer, 401, "credentials.known");
    assertThat(caller.record(answer).authentication().result())
        .isEqualTo(Verification.Result.REJECTED);
  }

  @Test
  void whoSendsNoCredentialIsAnonymous() {
    Answer answer = caller.get(EVENTS);

    assertDecided(answer, 401, "credentials.present");
    assertThat(caller.record(answer).authentication().result())
        .isEqualTo(Verification.Result.ANONYMOUS);
  }

  @Test
  void aCallUnderAnotherNameIsMisdirected() {
    Answer answer =
        caller.raw(
            "GET /me HTTP/1.1\r\nHost: calendar.example\r\n"
                + caller.jwt("alice")
                + "\r\nConnection: close\r\n\r\n");

    assertDecided(answer, 421, "transport.host");
  }

  @Test
  void aReaderMayRead() {
    assertDecided(caller.get(EVENTS, caller.basic("bob")), 200, "-");
  }

  @Test
  void aReaderMayNotWrite() {
    Answer answer = caller.send("DELETE", EVENTS + "/anything", "", caller.jwt("bob"));

    assertDecided(answer, 403, "sharing");
    assertThat(answer.json().path("rule").asText()).isEqualTo("sharing");
  }

  @Test
  void whoMaySeeFreeAndBusyMaySeeNoMore() {
    assertDecided(caller.get(EVENTS, caller.jwt("carol")), 403, "sharing");
    assertDecided(caller.get("/calendars/alice-work/freebusy", caller.jwt("carol")), 200, "-");
  }

  @Test
  void aCalendarThatMayNotBeKnownIsNotFound() {
    assertDecided(caller.get(EVENTS, caller.jwt("dave")), 404, "ownership");
  }

  @Test
  void nobodyCanTellAHiddenCalendarFromOneThatDoesNotExist() {
    Answer hidden = caller.get(EVENTS, caller.jwt("dave"));
    Answer missing = caller.get("/calendars/made-up/events", caller.jwt("dave"));

    assertThat(withoutId(hidden)).isEqualTo(withoutId(missing));
  }

  private static String withoutId(Answer answer) {
    String id = answer.header("Exchange-Id");
    return (answer.status() + "\n" + answer.headers() + "\n" + answer.body())
        .replace(id, "ID")
        .replace(answer.header("Date"), "DATE");
  }

  @Test
  void onlyAdministratorsMayListUsers() {
    assertDecided(caller.get("/admin/users", caller.jwt("bob")), 403, "role");
    assertDecided(caller.get("/admin/users", caller.jwt("admin")), 200, "-");
  }

  @Test
  void onlyAdministratorsMayRotateTheKeysAndOldTokensStayGood() {
    String before = caller.jwt("admin");

    assertDecided(caller.send("POST", "/admin/keys/rotate", "", caller.jwt("bob")), 403, "role");
    Answer rotated = caller.send("POST", "/admin/keys/rotate", "", before);

    assertDecided(rotated, 200, "-");
    assertDecided(caller.get("/admin/users", before), 200, "-");
    assertThat(caller.get("/.well-known/jwks.json").json().path("keys").findValuesAsText("kid"))
        .contains(rotated.json().path("kid").asText());
  }

  @Test
  void anAdministratorMayKnowOfACalendarButNotReadIt() {
    assertDecided(caller.get(EVENTS, caller.jwt("admin")), 403, "ownership");
    assertThat(caller.get("/calendars/made-up/events", caller.jwt("admin")).status())
        .isEqualTo(404);
  }

  @Test
  void aTokenWithoutTheScopeIsToldWhichItTakes() {
    Answer answer = caller.send("DELETE", EVENTS + "/anything", "", token(Map.of()));

    assertDecided(answer, 403, "scope");
    assertThat(answer.header("WWW-Authenticate"))
        .contains("error=\"insufficient_scope\"", "scope=\"events:write\"");
  }

  @Test
  void aPropertyThatMayNotBeSetIsRefused() {
    Answer answer =
        caller.json("PATCH", "/calendars/alice-work", "{\"owner\":\"bob\"}", caller.jwt("alice"));

    assertDecided(answer, 403, "properties");
  }

  @Test
  void theKeysAreOpenToEverybody() {
    assertThat(caller.get("/.well-known/jwks.json").json().path("keys")).isNotEmpty();
  }

  @Test
  void afterTooManyWrongPasswordsOneHasToWaitButATokenWorks() {
    Answer last = caller.get("/me", Caller.basic("carol", "no"));
    for (int i = 0; i < 15 && last.status() != 429; i++) {
      last = caller.get("/me", Caller.basic("carol", "no"));
    }

    assertDecided(last, 429, "attempts.account");
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    assertDecided(caller.get("/me", caller.opaque("carol")), 200, "-");
  }
}
