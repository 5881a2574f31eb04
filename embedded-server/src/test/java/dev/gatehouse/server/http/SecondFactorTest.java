package dev.gatehouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.totp.SecretText;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One-time codes over the wire: stepping a session up, and what takes it. */
final class SecondFactorTest {
  private static final String SHARING = "/calendars/alice-work/sharing/dave";
  private static final String READER = "{\"access\":\"reader\"}";

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
  void forget() {
    server.reset();
  }

  private static String code() {
    byte[] secret = SecretText.read(caller.secret("alice", "totpSecret")).orElseThrow();
    return OneTimeCodes.standard().at(secret, OneTimeCodes.stepAt(Instant.now()));
  }

  private static Answer login(String more) {
    return caller.json(
        "POST",
        "/login",
        "{\"username\":\"alice\",\"password\":\""
            + caller.secret("alice", "password")
            + "\""
            + more
            + "}");
  }

  private static Answer stepUp(Answer login, String code) {
    return caller.json(
        "POST", "/login/totp", "{\"totp\":\"" + code + "\"}", cookie(login), csrf(login));
  }

  private static String cookie(Answer login) {
    return "Cookie: " + login.header("Set-Cookie").split(";", 2)[0];
  }

  private static String csrf(Answer login) {
    return "X-CSRF-Token: " + login.json().path("csrfToken").asText();
  }

  private static Answer share(Answer login) {
    return caller.json("PUT", SHARING, READER, cookie(login), csrf(login));
  }

  @Test
  void aPasswordAloneDoesNotShareACalendarAndIsToldWhatElseItTakes() {
    Answer answer = share(login(""));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("session.assurance");
    assertThat(answer.headers("WWW-Authenticate"))
        .anyMatch(
            challenge ->
                challenge.startsWith("Cookie ")
                    && challenge.contains("error=\"insufficient_user_authentication\"")
                    && challenge.contains("acr_values=\"aal2\"")
                    && challenge.contains("max_age=\"900\""));
  }

  @Test
  void aSessionThatWasSteppedUpSharesACalendar() {
    Answer steppedUp = stepUp(login(""), code());

    assertThat(steppedUp.json().path("acr").asText()).isEqualTo("aal2");
    assertThat(steppedUp.json().path("amr"))
        .extracting(method -> method.asText())
        .containsExactly("otp", "pwd");
    assertThat(share(steppedUp).status()).isEqualTo(200);
  }

  private static Answer token(Answer login, String scope) {
    return caller.json(
        "POST",
        "/me/tokens",
        "{\"name\":\"mine\",\"scopes\":[\"" + scope + "\"]}",
        cookie(login),
        csrf(login));
  }

  @Test
  void aPasswordAloneMakesNoTokenForWhatTakesTwoFactors() {
    Answer login = login("");

    for (String scope : new String[] {"sharing:write", "calendars:write", "passkeys:write"}) {
      Answer refused = token(login, scope);
      assertThat(refused.status()).isEqualTo(401);
      assertThat(caller.decidedBy(refused)).isEqualTo("session.assurance");
      assertThat(refused.headers("WWW-Authenticate"))
          .anyMatch(challenge -> challenge.contains("acr_values=\"aal2\""));
    }
    assertThat(token(login, "events:read").status()).isEqualTo(201);
  }

  @Test
  void aSessionThatWasSteppedUpMakesSuchAToken() {
    Answer made = token(stepUp(login(""), code()), "sharing:write");

    assertThat(made.status()).isEqualTo(201);
    String token = Caller.bearer(made.json().path("token").asText());
    assertThat(caller.json("PUT", SHARING, READER, token).status()).isEqualTo(200);
  }

  @Test
  void aPasswordAloneAddsNoPasskeyForThatWouldBeASecondFactor() {
    Answer login = login("");

    Answer asked = caller.json("POST", "/me/passkeys/options", "{}", cookie(login), csrf(login));

    assertThat(caller.decidedBy(asked)).isEqualTo("session.assurance");
  }

  @Test
  void bothFactorsAtOnceBeginSuchASessionToo() {
    Answer login = login(",\"totp\":\"" + code() + "\"");

    assertThat(caller.record(login).authentication().type()).isEqualTo("login-totp");
    assertThat(share(login).status()).isEqualTo(200);
  }

  @Test
  void aCodeThatIsLeftEmptyIsNone() {
    Answer login = login(",\"totp\":\"\"");

    assertThat(login.json().path("acr").asText()).isEqualTo("aal1");
  }

  @Test
  void aCodeThatIsNoTextIsRefusedAndNotOverlooked() {
    assertThat(caller.decidedBy(login(",\"totp\":123456"))).isEqualTo("totp.well-formed");
  }

  @Test
  void theSessionBeforeIsOver() {
    Answer before = login("");

    stepUp(before, code());

    assertThat(caller.decidedBy(caller.get("/me", cookie(before)))).isEqualTo("session.renewed");
  }

  @Test
  void withoutASessionThereIsNothingToStepUp() {
    Answer answer = caller.json("POST", "/login/totp", "{\"totp\":\"" + code() + "\"}");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(caller.decidedBy(answer)).isEqualTo("credentials.present");
  }

  @Test
  void whoeverMayNotKnowOfACalendarLearnsNothingByBeingAskedForMore() {
    Answer login = login("");

    Answer made =
        caller.json("PUT", "/calendars/made-up/sharing/dave", READER, cookie(login), csrf(login));
    Answer hidden =
        caller.json("PUT", "/calendars/bob-work/sharing/dave", READER, cookie(login), csrf(login));

    assertThat(caller.decidedBy(made)).isEqualTo("session.assurance");
    assertThat(caller.decidedBy(hidden)).isEqualTo("session.assurance");
  }

  @Test
  void credentialsThatKeepNoAccountOfFactorsShareAsBefore() {
    assertThat(caller.json("PUT", SHARING, READER, caller.basic("alice")).status()).isEqualTo(200);
    assertThat(caller.json("PUT", SHARING, READER, caller.jwt("alice")).status()).isEqualTo(200);
  }

  @Test
  void aPasswordAloneStillReadsAndWritesEvents() {
    Answer login = login("");

    Answer listed = caller.get("/calendars/alice-work/events", cookie(login));

    assertThat(listed.status()).isEqualTo(200);
  }

  @Test
  void theAddressForAuthenticatorAppsHoldsTheSecret() {
    assertThat(caller.secret("alice", "totpUri"))
        .startsWith("otpauth://totp/Gatehouse:alice?")
        .contains("secret=" + caller.secret("alice", "totpSecret"));
  }
}
