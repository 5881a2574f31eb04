package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed here is let in by a real server, and what was changed afterwards is not. */
final class HmacCredentialTest {
  private static final GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
  private static final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  private final HmacCredential hmac = new HmacCredential();
  private final Map<String, String> alice = hmac.valuesFor(server.people().get(0));

  @AfterAll
  static void close() {
    wire.close();
    server.close();
  }

  private static Draft call(String method, String target, String body, Header... headers) {
    return new Draft(
        method, server.http() + target, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }

  private ExchangeRecord sent(Draft signed) throws Exception {
    Hop hop = wire.send("a signed call", signed);
    return server.exchanges().find(hop.header("Exchange-Id").orElseThrow()).orElseThrow();
  }

  private static String refusal(ExchangeRecord exchange) {
    return exchange.authentication().failure().map(CheckResult::id).orElse("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/calendars/alice-work/events?to=2027-01-01T00:00:00Z&from=2026-01-01T00:00:00Z",
        "/calendars?a b=c'd&é=%C3%A9&x+y=%2B&&z",
        "/calendars/../me#part"
      })
  void aSignedReadingCallIsLetIn(String target) throws Exception {
    ExchangeRecord exchange = sent(hmac.present(alice, call("GET", target, ""), wire));

    assertThat(refusal(exchange)).isEqualTo("-");
    assertThat(exchange.authentication().type()).isEqualTo("hmac");
    assertThat(exchange.response().status()).isEqualTo(200);
  }

  @Test
  void aSignedCallThatChangesSomethingIsLetIn() throws Exception {
    Draft call =
        call(
            "POST",
            "/calendars",
            "{\"name\":\"Café\"}",
            new Header("content-type", "application/json"),
            new Header("X-Note", "  a   b "));

    assertThat(sent(hmac.present(alice, call, wire)).response().status()).isEqualTo(201);
  }

  @Test
  void theSameCallCanBeMadeTwiceInASecond() throws Exception {
    Draft call = call("GET", "/me", "");

    assertThat(refusal(sent(hmac.present(alice, call, wire)))).isEqualTo("-");
    assertThat(refusal(sent(hmac.present(alice, call, wire)))).isEqualTo("-");
  }

  @Test
  void aCallThatIsChangedAfterSigningIsRefused() throws Exception {
    Draft signed = hmac.present(alice, call("GET", "/me?a=1", ""), wire);
    Draft changed = new Draft("GET", server.http() + "/me?a=2", signed.headers(), signed.body());

    assertThat(refusal(sent(changed))).isEqualTo("hmac.signature");
  }

  @Test
  void aDateThatTheCallHasIsTheOneThatIsSigned() throws Exception {
    Draft old = call("GET", "/me", "", new Header("x-amz-date", "20200101T000000Z"));

    assertThat(refusal(sent(hmac.present(alice, old, wire)))).isEqualTo("hmac.date");
  }

  @Test
  void theSecretKeyIsNotSent() throws Exception {
    Draft signed = hmac.present(alice, call("GET", "/me", ""), wire);

    assertThat(signed.headers().toString())
        .contains("AWS4-HMAC-SHA256 Credential=")
        .doesNotContain(alice.get("secretKey"));
  }

  @Test
  void whatCannotBeSignedIsSaidInWords() {
    Map<String, String> elsewhere = new LinkedHashMap<>(alice);
    elsewhere.put("region", "a/b");

    assertThatThrownBy(() -> hmac.present(elsewhere, call("GET", "/me", ""), wire))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("region");
    assertThatThrownBy(() -> hmac.present(Map.of(), call("GET", "/me", ""), wire))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("access key");
    assertThatThrownBy(
            () ->
                hmac.present(
                    alice, call("GET", "/me", "", new Header("X-Amz-Date", "today")), wire))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("today");
    assertThatThrownBy(() -> hmac.present(alice, call("GET", "/me", "a body"), wire))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("no body");
  }
}
