package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in, staying in, logging out. */
final class SessionTest {
  private static final String EVENTS = "/calendars/alice-work/events";
  private static final String EVENT =
      "{\"title\":\"Tea\",\"start\":\"2026-12-01T15:00:00Z\",\"end\":\"2026-12-01T16:00:00Z\"}";

  private static GatehouseServer server;
  private static Caller caller;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    caller = new Caller(server);
  }

  @AfterEach
  void harden() {
    server.weaknesses().clear();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer login(String... headers) {
    return caller.json(
        "POST",
        "/login",
        "{\"username\":\"alice\",\"password\":\"" + caller.secret("alice", "password") + "\"}",
        headers);
  }

  private static String cookie(Answer login) {
    return "Cookie: " + login.header("Set-Cookie").split(";", 2)[0];
  }

  private static String csrf(Answer login) {
    return "X-CSRF-Token: " + login.json().path("csrfToken").asText();
  }

  @Test
  void aLoginBeginsASessionThatNoScriptAndNoOtherSiteCanUse() {
    Answer login = login();

    assertThat(login.status()).isEqualTo(200);
    assertThat(login.header("Set-Cookie")).contains("; HttpOnly", "; SameSite=Lax");
    assertThat(caller.get("/me", cookie(login)).json().path("id").asText()).isEqualTo("alice");
  }

  @Test
  void otherCredentialsDoNotCountWhenLoggingIn() {
    assertThat(login(caller.opaque("bob")).status()).isEqualTo(200);
    assertThat(login(Caller.basic("alice", "wrong")).status()).isEqualTo(200);
    assertThat(login("Authorization: Foo bar").json().path("id").asText()).isEqualTo("alice");
  }

  @Test
  void aLoginThatIsFarTooLongHasATooLargeBodyNotTooLargeHeaders() {
    Answer login = caller.json("POST", "/login", "{\"username\":\"" + "a".repeat(9_000) + "\"}");

    assertThat(login.status()).isEqualTo(413);
    assertThat(caller.decidedBy(login)).isEqualTo("credentials.size");
  }

  @Test
  void aFormLogsInToo() {
    Answer login =
        caller.send(
            "POST",
            "/login",
            "username=alice&password=" + caller.secret("alice", "password"),
            "Content-Type: application/x-www-form-urlencoded");

    assertThat(login.status()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordIsRefusedAtThePasswordCheck() {
    Answer login = caller.json("POST", "/login", "{\"username\":\"alice\",\"password\":\"wrong\"}");

    assertThat(login.status()).isEqualTo(401);
    assertThat(caller.decidedBy(login)).isEqualTo("login.password");
  }

  @ParameterizedTest
  @CsvSource({"alice, coffee2, login.stored-form", "admin, admin, login.default-password"})
  void aPasswordThatIsTooWeakToBeTakenBeginsNoSession(String name, String password, String check) {
    Answer login =
        caller.json(
            "POST", "/login", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");

    assertThat(login.status()).isEqualTo(401);
    assertThat(caller.decidedBy(login)).isEqualTo(check);
    assertThat(login.headers("Set-Cookie")).isEmpty();
  }

  @Test
  void anUnknownNameAndAWrongPasswordAreAnsweredInTheSameWords() {
    Answer unknown =
        caller.json("POST", "/login", "{\"username\":\"mallory\",\"password\":\"wrong\"}");
    Answer known = caller.json("POST", "/login", "{\"username\":\"alice\",\"password\":\"wrong\"}");

    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.json().path("detail")).isEqualTo(known.json().path("detail"));
    assertThat(unknown.json().path("check")).isEqualTo(known.json().path("check"));
  }

  @Test
  void withVerboseErrorsAWrongPasswordTellsThatThereIsSuchAPerson() {
    server.weaknesses().set("verbose-errors", true);
    try {
      Answer known =
          caller.json("POST", "/login", "{\"username\":\"alice\",\"password\":\"wrong\"}");

      assertThat(caller.decidedBy(known)).isEqualTo("login.person");
    } finally {
      server.weaknesses().clear();
    }
  }

  @Test
  void aSessionThatTheBrowserBroughtAlongIsRenewed() {
    String planted = cookie(login());

    String renewed = cookie(login(planted));

    assertThat(renewed).isNotEqualTo(planted);
    assertThat(caller.decidedBy(caller.get("/me", planted))).isEqualTo("session.renewed");
  }

  @Test
  void withThatWeaknessTheSessionThatWasBroughtAlongIsAlicesFromNowOn() {
    server.weaknesses().set("keep-session-on-login", true);
    String planted = cookie(login());

    login(planted);

    assertThat(caller.get("/me", planted).json().path("id").asText()).isEqualTo("alice");
  }

  @Test
  void theNumberOfASessionOpensNothing() {
    String number = "%043d".formatted(login().json().path("sessionNumber").asLong());

    Answer answer = caller.get("/me", "Cookie: gatehouse-session=" + number);

    assertThat(caller.decidedBy(answer)).isEqualTo("session.known");
  }

  @Test
  void withThatWeaknessEveryScriptCanReadTheCookie() {
    server.weaknesses().set("cookie-without-httponly", true);

    assertThat(login().header("Set-Cookie"))
        .contains("; SameSite=Lax")
        .doesNotContainIgnoringCase("HttpOnly");
  }

  @Test
  void aChangeNeedsTheSecondSecret() {
    Answer login = login();

    Answer without = caller.json("POST", EVENTS, EVENT, cookie(login));
    Answer with = caller.json("POST", EVENTS, EVENT, cookie(login), csrf(login));

    assertThat(without.status()).isEqualTo(403);
    assertThat(caller.decidedBy(without)).isEqualTo("session.csrf");
    assertThat(with.status()).isEqualTo(201);
  }

  @Test
  void whoHasLoggedOutIsNoLongerIn() {
    Answer login = login();

    Answer logout = caller.send("POST", "/logout", "", cookie(login), csrf(login));

    assertThat(logout.status()).isEqualTo(204);
    assertThat(logout.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(caller.decidedBy(caller.get("/me", cookie(login)))).isEqualTo("session.active");
  }
}
