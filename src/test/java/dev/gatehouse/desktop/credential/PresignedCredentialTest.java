package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.http.ExchangeJson;
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

/** A URL that is made here opens a real server until it ends, and nothing else with it. */
final class PresignedCredentialTest {
  private static final GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
  private static final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  private final PresignedCredential presigned = new PresignedCredential();
  private final Map<String, String> alice = presigned.valuesFor(server.people().get(0));

  @AfterAll
  static void close() {
    wire.close();
    server.close();
  }

  private static Draft call(String method, String target, String body, Header... headers) {
    return new Draft(
        method, server.http() + target, List.of(headers), body.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> aliceWith(String field, String value) {
    Map<String, String> values = new LinkedHashMap<>(alice);
    values.put(field, value);
    return values;
  }

  private static ExchangeRecord sent(Draft draft) throws Exception {
    Hop hop = wire.send("a pre-signed call", draft);
    return server.exchanges().find(hop.header("Exchange-Id").orElseThrow()).orElseThrow();
  }

  private static String refusal(ExchangeRecord exchange) {
    return exchange.authentication().failure().map(CheckResult::id).orElse("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/me?",
        "/calendars/alice-work/events?to=2027-01-01T00:00:00Z&from=2026-01-01T00:00:00Z",
        "/calendars?a b=c'd&é=%C3%A9&x+y=%2B&&z",
        "/calendars/../me#part"
      })
  void aPreSignedUrlIsLetInTwice(String target) throws Exception {
    Draft signed = presigned.present(alice, call("GET", target, ""), wire);

    assertThat(signed.headers()).isEmpty();
    for (int i = 0; i < 2; i++) {
      ExchangeRecord exchange = sent(signed);
      assertThat(refusal(exchange)).isEqualTo("-");
      assertThat(exchange.authentication().type()).isEqualTo("presigned");
      assertThat(exchange.response().status()).isEqualTo(200);
    }
  }

  @Test
  void whatTheServerDoesNotTakeIsMadeAllTheSameAndRefusedThere() throws Exception {
    Draft me = call("GET", "/me", "");
    Draft creating =
        call(
            "POST",
            "/calendars",
            "{\"name\":\"x\"}",
            new Header("Content-Type", "application/json"));

    assertThat(refusal(sent(presigned.present(aliceWith("lifetime", "604801"), me, wire))))
        .isEqualTo("presigned.lifetime");
    assertThat(refusal(sent(presigned.present(aliceWith("signedAt", "now-901"), me, wire))))
        .isEqualTo("presigned.expiry");
    assertThat(refusal(sent(presigned.present(alice, creating, wire))))
        .isEqualTo("presigned.method");
  }

  @Test
  void anotherCallThanTheSignedOneIsRefused() throws Exception {
    Draft signed = presigned.present(alice, call("GET", "/me", ""), wire);
    Draft other =
        new Draft("GET", signed.url().replace("/me?", "/calendars?"), List.of(), new byte[0]);

    assertThat(refusal(sent(other))).isEqualTo("presigned.signature");
  }

  @Test
  void theSignatureIsMaskedInWhatAnybodyMayRead() throws Exception {
    Draft signed = presigned.present(alice, call("GET", "/me", ""), wire);
    String signature = signed.url().substring(signed.url().lastIndexOf('=') + 1);

    String shown = ExchangeJson.exchange(sent(signed)).toString();

    assertThat(shown).contains("X-Amz-Signature=").doesNotContain(signature);
  }

  @Test
  void theSecretKeyIsNotInTheUrl() throws Exception {
    assertThat(presigned.present(alice, call("GET", "/me", ""), wire).url())
        .doesNotContain(alice.get("secretKey"));
  }

  @Test
  void whatIsNoNumberOfSecondsIsSaidInWords() {
    assertThatThrownBy(
            () -> presigned.present(aliceWith("lifetime", "a day"), call("GET", "/me", ""), wire))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("seconds");
  }
}
