package dev.gatehouse.desktop.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.CredentialType;
import dev.gatehouse.desktop.credential.CredentialTypes;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real server and a real client: each credential lets its owner in, and what happened is known.
 */
final class WorkbenchTest {
  private static final Workbench workbench = new Workbench(ServerOptions.onAnyPort().withHttps());

  @BeforeAll
  static void start() {
    workbench.start();
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  @BeforeEach
  void forget() {
    workbench.history().clear();
  }

  private static CredentialType type(String name) {
    return CredentialTypes.of(name).orElseThrow();
  }

  private static DemoPerson alice() {
    return workbench.server().orElseThrow().people().stream()
        .filter(person -> person.id().equals("alice"))
        .findFirst()
        .orElseThrow();
  }

  private static Draft call(String method, String path, String body) {
    String url = workbench.base().orElseThrow().resolve(path).toString();
    List<Header> headers =
        body.isEmpty() ? List.of() : List.of(new Header("Content-Type", "application/json"));
    return new Draft(method, url, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static ExchangeRecord recordOf(Hop hop) {
    return Objects.requireNonNull(hop.record(), () -> "no record: " + hop.error());
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic", "api-key", "opaque-token", "jwt", "session"})
  void eachCredentialLetsItsOwnerIn(String name) throws Exception {
    CredentialType type = type(name);
    Exchange exchange = workbench.send(type, type.valuesFor(alice()), call("GET", "/me", ""));
    assertThat(exchange.last().error()).isNull();
    assertThat(exchange.last().status()).isEqualTo(200);
    assertThat(exchange.last().request().url()).startsWith("https://");
    assertThat(recordOf(exchange.last()).authentication().type()).isEqualTo(name);
    assertThat(recordOf(exchange.last()).authentication().principal())
        .hasValueSatisfying(principal -> assertThat(principal.id()).isEqualTo("alice"));
  }

  @Test
  void aSessionCanChangeSomething() throws Exception {
    CredentialType session = type("session");
    Exchange exchange =
        workbench.send(session, session.valuesFor(alice()), call("POST", "/logout", ""));
    assertThat(exchange.last().status()).isEqualTo(204);
  }

  @Test
  void withoutACredentialTheCallIsRefusedWithChallenges() throws Exception {
    Hop hop = workbench.send(type("none"), Map.of(), call("GET", "/me", "")).last();
    assertThat(hop.status()).isEqualTo(401);
    assertThat(workbench.history().all().get(0).decidedBy()).contains("credentials.present");
  }

  @Test
  void theServerSawTheVeryHeadersThatTheHopReports() throws Exception {
    CredentialType jwt = type("jwt");
    Draft call = call("GET", "/me", "").withHeader("x-Odd", "1").withHeader("X-Odd", "2");
    Hop hop = workbench.send(jwt, jwt.valuesFor(alice()), call).last();
    assertThat(recordOf(hop).request().headers()).isEqualTo(hop.request().headers());
    assertThat(recordOf(hop).response().headers()).containsAll(hop.headers());
  }

  @Test
  void signingInIsAHopOfItsOwn() throws Exception {
    CredentialType session = type("session");
    Exchange exchange = workbench.send(session, session.valuesFor(alice()), call("GET", "/me", ""));
    assertThat(exchange.hops()).extracting(Hop::purpose).containsExactly("sign in", "the call");
    assertThat(exchange.hops().get(0).record()).isNotNull();
  }

  @Test
  void whenSigningInIsRefusedTheExchangeEndsThere() throws Exception {
    Map<String, String> wrong = Map.of("username", "alice", "password", "wrong");
    Exchange exchange = workbench.send(type("session"), wrong, call("GET", "/me", ""));
    assertThat(exchange.hops()).extracting(Hop::purpose).containsExactly("sign in");
    assertThat(workbench.history().all().get(0).decidedBy()).contains("login.password");
  }

  @Test
  void aCredentialThatCannotBeMadeSendsNothing() {
    Map<String, String> colon = Map.of("username", "a:b", "password", "c");
    assertThatThrownBy(() -> workbench.send(type("basic"), colon, call("GET", "/me", "")))
        .isInstanceOf(CredentialException.class);
    assertThat(workbench.history().size()).isZero();
  }

  @Test
  void everyCallOfItsDescriptionExists() throws Exception {
    CredentialType key = type("api-key");
    for (ApiCall call : ApiCalls.read(workbench.server().orElseThrow().openApi())) {
      if (call.method().equals("GET") && !call.template().contains("stream")) {
        Draft draft = call("GET", call.exampleTarget(), "");
        assertThat(draft.url()).doesNotContain("{");
        Hop hop = workbench.send(key, key.valuesFor(alice()), draft).last();
        assertThat(hop.status()).as(call.name()).isIn(200, 403, 404, 503);
      }
    }
  }
}
