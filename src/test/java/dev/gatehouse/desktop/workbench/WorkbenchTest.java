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
  @ValueSource(
      strings = {
        "basic",
        "digest",
        "scram",
        "api-key",
        "opaque-token",
        "jwt",
        "dpop",
        "session",
        "mtls"
      })
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "basic",
        "digest",
        "scram",
        "api-key",
        "opaque-token",
        "jwt",
        "dpop",
        "session",
        "mtls"
      })
  void eachCredentialCanChangeSomething(String name) throws Exception {
    CredentialType type = type(name);
    Draft call = call("PATCH", "/calendars/alice-work", "{\"name\":\"By " + name + "\"}");
    Hop hop = workbench.send(type, type.valuesFor(alice()), call).last();
    assertThat(recordOf(hop).authentication().failure()).isEmpty();
    assertThat(recordOf(hop).authorization().permitted()).isTrue();
    assertThat(hop.status()).isBetween(200, 204);
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

  private static List<ApiCall> described() {
    return ApiCalls.read(workbench.server().orElseThrow().openApi());
  }

  /** Those that can be made with the examples alone: a new event's name is not known beforehand. */
  private static List<ApiCall> readyToRead() {
    return described().stream()
        .filter(call -> call.method().equals("GET") && !call.exampleTarget().contains("{"))
        // What goes on from an earlier answer has no example of what that one gave.
        .filter(
            call ->
                call.parameters().stream()
                    .noneMatch(parameter -> parameter.required() && parameter.example().isEmpty()))
        .toList();
  }

  @Test
  void everyCallOfItsDescriptionCanBeMade() throws Exception {
    assertThat(described())
        .extracting(ApiCall::name)
        .contains(
            "GET /me", "GET /calendars/{calendar}/events", "POST /calendars/{calendar}/events");
    assertThat(described()).allSatisfy(call -> assertThat(call.summary()).isNotBlank());
    CredentialType key = type("api-key");
    for (ApiCall call : readyToRead()) {
      Draft draft = call("GET", call.exampleTarget(), "");
      Hop hop = workbench.send(key, key.valuesFor(alice()), draft).last();
      assertThat(hop.status()).as(call.name()).isIn(200, 303, 403, 404);
    }
  }

  @Test
  void whatIsMarkedOpenNeedsNoCredential() throws Exception {
    for (ApiCall call : readyToRead()) {
      Draft draft = call("GET", call.exampleTarget(), "");
      Hop hop = workbench.send(type("none"), Map.of(), draft).last();
      assertThat(hop.status() != 401).as(call.name()).isEqualTo(call.open());
    }
  }

  @Test
  void theExampleOfAnEventIsTaken() throws Exception {
    ApiCall add =
        described().stream()
            .filter(call -> call.name().equals("POST /calendars/{calendar}/events"))
            .findFirst()
            .orElseThrow();
    String example = Objects.requireNonNull(add.body()).example();
    CredentialType jwt = type("jwt");
    Hop hop =
        workbench
            .send(jwt, jwt.valuesFor(alice()), call("POST", add.exampleTarget(), example))
            .last();
    assertThat(hop.status())
        .as(() -> new String(hop.body(), StandardCharsets.UTF_8))
        .isEqualTo(201);
  }
}
