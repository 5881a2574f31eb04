package dev.gatehouse.desktop.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Exchange;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.workbench.OwnServer;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.trace.CheckResult;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proofs made here are let in by a real server, and those that were filled in otherwise are not.
 */
final class DpopCredentialTest {
  private static OwnServer own;
  private static DemoPerson alice;

  private final DpopCredential dpop = new DpopCredential();

  @BeforeAll
  static void start() {
    own = OwnServer.start();
    alice = own.server().people().get(0);
  }

  @AfterAll
  static void close() {
    own.close();
  }

  private Exchange sent(Map<String, String> changes) throws Exception {
    Map<String, String> values = new LinkedHashMap<>(dpop.valuesFor(alice));
    values.putAll(changes);
    String url = own.base() + "/calendars?a b=c#d";
    return own.send(dpop, values, new Draft("GET", url, List.of(), new byte[0]));
  }

  private static String refusal(Hop hop) {
    return Objects.requireNonNull(hop.record())
        .authentication()
        .failure()
        .map(CheckResult::id)
        .orElse("-");
  }

  @Test
  void aNumberIsFetchedFirstAndThenTheCallIsLetIn() throws Exception {
    Exchange exchange = sent(Map.of());

    assertThat(exchange.hops())
        .extracting(Hop::purpose)
        .containsExactly(DpopCredential.ASKING, "the call");
    assertThat(exchange.hops())
        .extracting(DpopCredentialTest::refusal)
        .containsExactly("dpop.nonce", "-");
  }

  @ParameterizedTest
  @CsvSource({
    "htm, POST, dpop.htm",
    "htm, none, dpop.htm",
    "htu, https://elsewhere.example/, dpop.htu",
    "iat, now-600, dpop.iat",
    "iat, 1, dpop.iat",
    "iat, none, dpop.iat",
    "nonce, made-up, dpop.nonce",
    "nonce, none, dpop.nonce",
    "ath, none, dpop.ath",
    "jti, none, dpop.jti",
    "key, new, jwt.cnf"
  })
  void whatIsFilledInOtherwiseIsRefusedThere(String field, String value, String check)
      throws Exception {
    assertThat(refusal(sent(Map.of(field, value)).last())).isEqualTo(check);
  }

  @Test
  void whereNoNumberIsAskedForTheFirstAnswerIsTheLast() throws Exception {
    Exchange exchange = sent(Map.of("token", "not.a.token"));

    assertThat(exchange.hops()).hasSize(1);
    assertThat(refusal(exchange.last())).isEqualTo("jwt.well-formed");
  }

  @Test
  void aProofThatWasUsedIsRefused() throws Exception {
    sent(Map.of("jti", "mine"));

    assertThat(refusal(sent(Map.of("jti", "mine")).last())).isEqualTo("dpop.jti");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key", "{}", "{\"kty\":\"oct\",\"k\":\"AA\"}"})
  void whatIsNoPrivateKeyIsSaid(String key) {
    assertThatThrownBy(() -> sent(Map.of("key", key)))
        .isInstanceOf(CredentialException.class)
        .hasMessageContaining("private key as JWK");
  }

  @Test
  void onlyThePublicHalfOfAKeyIsSent() throws Exception {
    ProofKey key = ProofKey.make(JwsAlgorithm.ES256);
    String sent =
        new String(
            sent(Map.of("key", key.privateJwk().toString())).last().rawRequest(),
            StandardCharsets.UTF_8);

    assertThat(sent).contains("DPoP: ").doesNotContain(key.privateJwk().path("d").asText());
    assertThat(TokenParts.decoded(sent.split("DPoP: ")[1].split("\\.")[0]).orElseThrow())
        .contains("\"jwk\":" + key.publicJwk());
  }
}
