package dev.gatehouse.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.authz.Action;
import dev.gatehouse.server.oauth.Visitor.Seen;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By what a client is known (RFC 6749 §2.3, RFC 7523). */
final class ClientChecksTest {
  private static GatehouseServer server;
  private static Visitor visitor;

  @BeforeAll
  static void start() {
    server = GatehouseServer.start(ServerOptions.onAnyPort());
    visitor = new Visitor(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Seen ask(Map<String, String> more, String... headers) {
    Map<String, String> form = new HashMap<>(more);
    form.put("grant_type", "client_credentials");
    return visitor.post("/oauth/token", form, headers);
  }

  private static JWTCreator.Builder statement() {
    return JWT.create()
        .withIssuer("signer")
        .withSubject("signer")
        .withAudience(server.http().toString())
        .withJWTId(UUID.randomUUID().toString())
        .withExpiresAt(Instant.now().plusSeconds(60));
  }

  private static Seen askWith(String assertion) {
    return ask(
        Map.of(
            "client_assertion_type", ClientAttempt.ASSERTION_TYPE, "client_assertion", assertion));
  }

  private static Algorithm key() throws Exception {
    JsonNode jwk =
        JsonMapper.builder()
            .build()
            .readTree(String.valueOf(visitor.seeded("signer").privateKey()));
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    BigInteger d = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("d").asText()));
    return Algorithm.ECDSA256(
        (ECPrivateKey)
            KeyFactory.getInstance("EC")
                .generatePrivate(
                    new ECPrivateKeySpec(d, curve.getParameterSpec(ECParameterSpec.class))));
  }

  private static void assertRefused(Seen seen, String check, String error) {
    assertThat(seen.failure()).as(seen.body()).isEqualTo(check);
    assertThat(seen.error()).isEqualTo(error);
  }

  @Test
  void theSecretMayComeInTheHeaderOrInTheForm() {
    assertThat(ask(Map.of(), visitor.basic("machine")).status()).isEqualTo(200);
    assertThat(
            ask(Map.of("client_id", "machine", "client_secret", visitor.secret("machine")))
                .status())
        .isEqualTo(200);
  }

  @Test
  void theSecretComesInOnePlaceOnly() {
    Seen seen =
        ask(
            Map.of("client_id", "machine", "client_secret", visitor.secret("machine")),
            visitor.basic("machine"));

    assertRefused(seen, "client.single", "invalid_request");
  }

  @Test
  void twoDifferentClientsAreNone() {
    assertRefused(
        ask(Map.of("client_id", "web"), visitor.basic("machine")),
        "client.single",
        "invalid_request");
  }

  @Test
  void anUnknownClientIsRefused() {
    assertRefused(
        ask(Map.of(), Visitor.basic("nobody", "secret")), "client.known", "invalid_client");
    assertRefused(ask(Map.of()), "client.known", "invalid_client");
  }

  @Test
  void aClientWithASecretMustUseIt() {
    assertRefused(ask(Map.of("client_id", "machine")), "client.method", "invalid_client");
  }

  @Test
  void aWrongSecretIsRefusedAndTheSchemeIsNamed() {
    Seen seen = ask(Map.of(), Visitor.basic("machine", "wrong"));

    assertRefused(seen, "client.authentication", "invalid_client");
    assertThat(seen.status()).isEqualTo(401);
    assertThat(seen.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic ");
    assertThat(seen.exchange().authentication().principal()).isEmpty();
  }

  @Test
  void aClientMaySignInsteadOfSendingASecret() throws Exception {
    Seen seen = askWith(statement().sign(key()));

    assertThat(seen.status()).as(seen.body()).isEqualTo(200);
    assertThat(seen.exchange().authentication().principal().orElseThrow().id()).isEqualTo("signer");
  }

  @Test
  void whatAnotherKeyHasSignedIsRefused() throws Exception {
    visitor.seeded("signer");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    Algorithm another = Algorithm.ECDSA256((ECPrivateKey) generator.generateKeyPair().getPrivate());

    assertRefused(askWith(statement().sign(another)), "client.authentication", "invalid_client");
  }

  @Test
  void aStatementMadeForAnotherServerIsRefused() throws Exception {
    assertRefused(
        askWith(statement().withAudience("https://other.example").sign(key())),
        "client.assertion",
        "invalid_client");
    assertRefused(
        askWith(
            statement()
                .withAudience(server.http().toString(), "https://other.example")
                .sign(key())),
        "client.assertion",
        "invalid_client");
  }

  @Test
  void aStatementOfAnotherTypeIsRefused() throws Exception {
    Seen seen = ask(Map.of("client_assertion", statement().sign(key())));

    assertRefused(seen, "client.single", "invalid_request");
  }

  @Test
  void nothingCanBeSharedWithAClient() {
    String alice =
        "Authorization: Bearer " + server.issuer().issue("alice", Action.scopes(), Map.of());

    assertThat(
            visitor
                .putJson("/calendars/alice-work/sharing/machine", "{\"access\":\"reader\"}", alice)
                .status())
        .isBetween(400, 404);
  }

  @Test
  void aStatementThatHasEndedOrLastsTooLongIsRefused() throws Exception {
    assertRefused(
        askWith(statement().withExpiresAt(Instant.now().minusSeconds(1)).sign(key())),
        "client.assertion",
        "invalid_client");
    assertRefused(
        askWith(statement().withExpiresAt(Instant.now().plusSeconds(3_600)).sign(key())),
        "client.assertion",
        "invalid_client");
  }

  @Test
  void aStatementIsGoodOnce() throws Exception {
    String once = statement().sign(key());
    askWith(once);

    assertRefused(askWith(once), "client.assertion-unused", "invalid_client");
  }

  @Test
  void aMachineActsForItselfAndOwnsNothing() {
    Seen seen = ask(Map.of(), visitor.basic("machine"));
    String bearer = "Authorization: Bearer " + seen.text("access_token");

    assertThat(visitor.get("/me", bearer).json().path("id").asText()).isEqualTo("machine");
    assertThat(visitor.get("/calendars", bearer).body()).isEqualTo("{\"calendars\":[]}");
    assertThat(visitor.get("/calendars/alice-work/events", bearer).status()).isEqualTo(404);
    assertThat(seen.json().has("refresh_token")).isFalse();
  }

  @Test
  void aMachineGetsNoMoreThanItMay() {
    assertRefused(
        ask(Map.of("scope", "events:write"), visitor.basic("machine")),
        "token.scope",
        "invalid_scope");
  }
}
