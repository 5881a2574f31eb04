package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.WireOptions;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.httpsignature.SignatureAlgorithm;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed here is let in by a real server, and what was filled in otherwise is not. */
final class HttpSignatureCredentialTest {
  private static final GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort());
  private static final OkHttpWire wire = new OkHttpWire(WireOptions.standard());

  private final HttpSignatureCredential signature = new HttpSignatureCredential();
  private final DemoPerson alice = server.people().get(0);
  private final Map<String, String> values = signature.valuesFor(alice);

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

  private Map<String, String> with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    return changed;
  }

  @ParameterizedTest
  @EnumSource
  void aCallSignedByEachAlgorithmIsLetIn(SignatureAlgorithm algorithm) throws Exception {
    Map<String, String> own = signature.valuesFor(alice, Map.of("algorithm", algorithm.text()));

    ExchangeRecord exchange = sent(signature.present(own, call("GET", "/me", ""), wire));

    assertThat(refusal(exchange)).isEqualTo("-");
    assertThat(exchange.authentication().type()).isEqualTo("http-signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/calendars/alice-work/events?to=2027-01-01T00:00:00Z&from=2026-01-01T00:00:00Z",
        "/calendars?a b=c'd&é=%C3%A9&x+y=%2B&&z",
        "/calendars/../me#part"
      })
  void whateverTheTargetItIsSignedAsItIsSent(String target) throws Exception {
    assertThat(refusal(sent(signature.present(values, call("GET", target, ""), wire))))
        .isEqualTo("-");
  }

  @Test
  void aBodyIsCoveredByItsDigest() throws Exception {
    Draft call =
        call("POST", "/calendars", "{\"name\":\"Café\"}", new Header("Content-Type", "a/json"));
    Draft typed =
        call(
            "POST",
            "/calendars",
            "{\"name\":\"Café\"}",
            new Header("Content-Type", "application/json"));

    assertThat(refusal(sent(signature.present(values, call, wire)))).isEqualTo("-");
    assertThat(sent(signature.present(values, typed, wire)).response().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "keyId | alice-unknown | signature.key-known",
        "key | another secret | signature.value",
        "created | none | signature.created",
        "created | now-600 | signature.created",
        "created | 1618884473 | signature.created",
        "expires | now-1 | signature.expires",
        "covered | \"@method\" | signature.coverage",
        "nonce | none | signature.nonce",
        "created | now+60 | -",
        "expires | now+60 | -",
        "covered | \"@method\" \"@authority\" \"@path\" \"@query\" \"accept\" | -",
      })
  void eachFieldIsSentAsItIsFilledIn(String field, String value, String refusedAt)
      throws Exception {
    Draft call = call("GET", "/me?a=1", "", new Header("Accept", "application/json"));

    assertThat(refusal(sent(signature.present(with(field, value), call, wire))))
        .isEqualTo(refusedAt);
  }

  @Test
  void aDigestThatTheCallHasIsTheOneThatIsSigned() throws Exception {
    Draft call = call("POST", "/calendars", "{}", new Header("content-digest", "sha-256=:AA==:"));

    assertThat(refusal(sent(signature.present(values, call, wire))))
        .isEqualTo("signature.content-digest");
  }

  @Test
  void aNonceThatIsFilledInIsGoodOnce() throws Exception {
    Map<String, String> fixed = with("nonce", "just-once");

    assertThat(refusal(sent(signature.present(fixed, call("GET", "/me", ""), wire))))
        .isEqualTo("-");
    assertThat(refusal(sent(signature.present(fixed, call("GET", "/me?b", ""), wire))))
        .isEqualTo("signature.nonce");
  }

  @Test
  void theSecretIsNotSent() throws Exception {
    Draft signed = signature.present(values, call("GET", "/me", ""), wire);

    assertThat(signed.headers().toString())
        .contains("Signature-Input", "alice-hmac-sha256")
        .doesNotContain(values.get("key"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "algorithm | none | algorithm",
        "algorithm | ed25519 | no private key",
        "keyId | `` | name of a key",
        "key | `` | no key",
        "covered | @method | component",
        "covered | \"missing\" | missing",
        "covered | \"@method\" \"@method\" | twice",
        "created | today | today",
        "nonce | é | nonce"
      })
  void whatCannotBeSignedIsSaidInWords(String field, String value, String said) {
    assertThatThrownBy(() -> signature.present(with(field, value), call("GET", "/me", ""), wire))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining(said);
  }

  @Test
  void somebodyWhoseKeysAreNotKnownHasNone() {
    DemoPerson stranger = new DemoPerson("eve", "Eve", alice.roles(), "", Map.of());

    assertThat(signature.valuesFor(stranger, Map.of("algorithm", "ed25519")))
        .isEqualTo(signature.valuesFor(stranger))
        .containsEntry("key", "");
  }
}
