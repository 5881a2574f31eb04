package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.workbench.Workbench;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Principal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The software authenticator at a real server. */
final class WebauthnCredentialTest {
  private static final Workbench workbench = new Workbench(ServerOptions.onAnyPort().withHttps());

  // One for all, as in the window: it must count on from test to test.
  private static final WebauthnCredential type = new WebauthnCredential();

  @BeforeAll
  static void start() {
    workbench.start();
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private static DemoPerson alice() {
    return workbench.server().orElseThrow().people().get(0);
  }

  private static Draft me() {
    String url = workbench.base().orElseThrow().resolve("/me").toString();
    return new Draft("GET", url, List.of(), new byte[0]);
  }

  private Exchange send(Draft call, String... changes) throws Exception {
    Map<String, String> values = new HashMap<>(type.valuesFor(alice()));
    for (int i = 0; i < changes.length; i += 2) {
      values.put(changes[i], changes[i + 1]);
    }
    return workbench.send(type, values, call);
  }

  private static String refusal(Hop hop) {
    return Objects.requireNonNull(hop.record())
        .authentication()
        .failure()
        .map(CheckResult::id)
        .orElse("-");
  }

  @Test
  void itAsksForAChallengeSignsInAndCallsWithTheCookie() throws Exception {
    Exchange exchange = send(me());

    assertThat(exchange.hops()).hasSize(3).extracting(Hop::status).containsOnly(200);
    assertThat(exchange.hops().get(1).record())
        .satisfies(
            record ->
                assertThat(Objects.requireNonNull(record).authentication().principal())
                    .map(Principal::id)
                    .contains("alice"));
    assertThat(new String(exchange.last().body(), StandardCharsets.UTF_8)).contains("alice");
  }

  @Test
  void aCallThatChangesSomethingIsLetInToo() throws Exception {
    String url = workbench.base().orElseThrow().resolve("/calendars").toString();
    Draft call =
        new Draft(
            "POST",
            url,
            List.of(new Header("Content-Type", "application/json")),
            "{\"name\":\"More\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(send(call).last().status()).isEqualTo(201);
  }

  @Test
  void theServersOriginByHttpsIsTakenForACallByHttps() throws Exception {
    String url = workbench.server().orElseThrow().https().orElseThrow().resolve("/me").toString();

    assertThat(send(new Draft("GET", url, List.of(), new byte[0])).last().status()).isEqualTo(200);
  }

  @Test
  void itCanBeUsedAgainAtOnce() throws Exception {
    send(me());

    assertThat(send(me()).last().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "passkey,AAAA,webauthn.credential-known",
    "userHandle,AAAA,webauthn.credential-known",
    "challenge,AAAA,webauthn.challenge",
    "type,webauthn.create,webauthn.type",
    "origin,https://attacker.example,webauthn.origin",
    "rpId,attacker.example,webauthn.rp-id",
    "user,absent,webauthn.user-present",
    "user,present,webauthn.user-verified",
    "counter,0,webauthn.counter"
  })
  void eachPartCanBeTamperedWithAndIsRefusedAtItsCheck(String field, String value, String check)
      throws Exception {
    send(me());

    Exchange exchange = send(me(), field, value);

    assertThat(exchange.hops()).hasSize(2);
    assertThat(refusal(exchange.last())).isEqualTo(check);
  }

  @Test
  void theKeyOfSomebodyElseIsRefusedAtTheSignatureCheck() throws Exception {
    DemoPerson bob = workbench.server().orElseThrow().people().get(1);

    Exchange exchange = send(me(), "key", bob.secret("passkey.privateKey").orElseThrow());

    assertThat(refusal(exchange.last())).isEqualTo("webauthn.signature");
  }

  @ParameterizedTest
  @CsvSource({
    "key,x,private key",
    "key,'',no passkey",
    "passkey,'',no passkey",
    "counter,many,counter"
  })
  void whatCannotBeUsedIsSaidBeforeAnythingIsSent(String field, String value, String words) {
    assertThatExceptionOfType(CredentialException.class)
        .isThrownBy(() -> send(me(), field, value))
        .withMessageContaining(words);
  }
}
