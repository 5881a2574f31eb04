package dev.gatehouse.desktop.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.Catalogue;
import dev.gatehouse.server.GatehouseServer;
import dev.gatehouse.server.ServerOptions;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of the client's fails alone: everything before it has passed. */
final class ClientChecksTest {
  private static final String ISSUER = "https://login.example";
  private static final String ACCESS_TOKEN = "an-access-token";
  private static final String NONCE = "a-nonce";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final TokenIssuer issuer = TokenIssuer.create(ISSUER, NOON);
  private static String keys = "";

  @BeforeAll
  static void makeKeys() {
    keys = issuer.jwks().toString();
  }

  private static <C> Optional<String> failed(List<Check<C>> checks, C subject) {
    return Verification.begin(weakness -> false)
        .run(checks, subject)
        .concludeWithNobody()
        .failure()
        .map(CheckResult::id);
  }

  private static ObjectNode claims() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("iss", ISSUER)
        .put("sub", "alice")
        .put("aud", "desktop")
        .put("exp", NOON.instant().getEpochSecond() + 60)
        .put("nonce", NONCE);
  }

  private static Optional<String> failedIdToken(String token) throws JoseException {
    return failed(
        IdTokenChecks.ALL,
        new IdTokenChecks.Subject(
            token, JwkSet.read(keys), ISSUER, "desktop", NONCE, ACCESS_TOKEN, NOON));
  }

  private static String signed(ObjectNode claims) throws Exception {
    String header = "{\"alg\":\"ES256\",\"kid\":\"" + kid() + "\"}";
    return issuer.sign(header, claims.toString());
  }

  private static String kid() throws Exception {
    for (var key : new ObjectMapper().readTree(keys).path("keys")) {
      if (key.path("crv").asText().equals("P-256")) {
        return key.path("kid").asText();
      }
    }
    throw new AssertionError("no key for ES256");
  }

  @Test
  void anIdTokenThatIsInOrderIsBelieved() throws Exception {
    assertThat(failedIdToken(signed(claims()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "iss, https://other.example, client.id-token-iss",
    "aud, somebody-else, client.id-token-aud",
    "azp, somebody-else, client.id-token-azp",
    "nonce, an-old-nonce, client.nonce",
    "at_hash, AAAAAAAAAAAAAAAAAAAAAA, client.id-token-at-hash"
  })
  void aWrongClaimIsFoundByItsCheck(String claim, String value, String check) throws Exception {
    assertThat(failedIdToken(signed(claims().put(claim, value)))).contains(check);
  }

  @Test
  void anIdTokenForSeveralSaysForWhichItWasMadeOut() throws Exception {
    ObjectNode several = claims();
    several.putArray("aud").add("desktop").add("another");

    assertThat(failedIdToken(signed(several))).contains("client.id-token-azp");
    assertThat(failedIdToken(signed(several.put("azp", "desktop")))).isEmpty();
  }

  @Test
  void anIdTokenThatHasEndedIsNotBelieved() throws Exception {
    long before = NOON.instant().getEpochSecond() - 60;

    assertThat(failedIdToken(signed(claims().put("exp", before)))).contains("client.id-token-exp");
  }

  @Test
  void anIdTokenThatWasChangedIsNotBelieved() throws Exception {
    String other = signed(claims().put("sub", "bob"));
    String[] parts = signed(claims()).split("\\.", -1);

    assertThat(failedIdToken(other.substring(0, other.lastIndexOf('.') + 1) + parts[2]))
        .contains("client.id-token-signature");
    assertThat(failedIdToken("")).contains("client.id-token");
  }

  @Test
  void theHashOfTheAccessTokenFits() throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
    String half = Base64Url.encode(Arrays.copyOf(hash, hash.length / 2));

    assertThat(failedIdToken(signed(claims().put("at_hash", half)))).isEmpty();
  }

  private static Optional<String> failedResponse(
      boolean saysWho, UnaryOperator<Map<String, String>> change) {
    Map<String, String> parameters =
        new HashMap<>(Map.of("code", "c", "state", "s", "iss", ISSUER));
    return failed(
        ResponseChecks.ALL,
        new ResponseChecks.Subject(change.apply(parameters), "s", ISSUER, saysWho));
  }

  private static UnaryOperator<Map<String, String>> without(String name) {
    return parameters -> {
      parameters.remove(name);
      return parameters;
    };
  }

  @Test
  void aResponseIsBelievedIfStateAndIssuerAreOurs() {
    assertThat(failedResponse(true, UnaryOperator.identity())).isEmpty();
    assertThat(failedResponse(true, without("state"))).contains("client.state");
    assertThat(failedResponse(true, without("iss"))).contains("client.iss");
    assertThat(failedResponse(false, without("iss"))).isEmpty();
    assertThat(failedResponse(true, without("code"))).contains("client.code");
  }

  @ParameterizedTest
  @CsvSource({"client-ignores-state, state", "client-ignores-iss, iss"})
  void aClientWithAWeaknessBelievesAnyAnswerOfThatKind(String weakness, String parameter) {
    Verification verification =
        Verification.begin(known -> known.name().equals(weakness))
            .run(
                ResponseChecks.ALL,
                new ResponseChecks.Subject(
                    without(parameter)
                        .apply(new HashMap<>(Map.of("code", "c", "state", "s", "iss", ISSUER))),
                    "s",
                    ISSUER,
                    true))
            .concludeWithNobody();

    assertThat(verification.failure()).isEmpty();
    assertThat(verification.checks())
        .filteredOn(check -> check.outcome() == Outcome.SKIPPED)
        .map(CheckResult::id)
        .containsExactly("client." + parameter);
  }

  @Test
  void theWeaknessesOfTheClientStandInTheCatalogueOfTheServerBesideIt() {
    try (GatehouseServer server = GatehouseServer.start(ServerOptions.onAnyPort())) {
      assertThat(server.catalogue().weaknesses())
          .filteredOn(weakness -> weakness.name().startsWith("client-"))
          .map(Catalogue.Switch::removes)
          .containsExactly("client.state", "client.iss", "client.nonce");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"token_type\":\"Bearer\"}', client.access-token",
    "'{\"access_token\":\"a\"}', client.token-type",
    "'{\"access_token\":\"a\",\"token_type\":\"mac\"}', client.token-type",
    "'{\"access_token\":\"a\",\"token_type\":\"bearer\",\"scope\":\"b c\"}', client.scope"
  })
  void aTokenThatCannotBeUsedIsNotTaken(String answer, String check) throws Exception {
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(answer);

    assertThat(
            failed(
                TokenChecks.OF_TOKENS,
                new TokenChecks.Tokens(new TokenAnswer(200, json), Set.of("b"), "Bearer")))
        .contains(check);
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example, https://login.example/token, client.issuer",
    "https://login.example, http://login.example/token, client.endpoints",
    "https://login.example, ftp://login.example/token, client.endpoints",
    "https://login.example, https://login.example/token, ''",
    "https://login.example, http://127.0.0.1:8085/token, ''",
    "https://login.example, http://[::1]/token, ''"
  })
  void metadataIsBelievedIfItIsOurServersAndEveryWayIsProtected(
      String answered, String endpoint, String check) {
    assertThat(
            failed(
                    TokenChecks.OF_METADATA,
                    new TokenChecks.Metadata(ISSUER, answered, List.of(endpoint)))
                .orElse(""))
        .isEqualTo(check);
  }

  @Test
  void aTokenThatWasToBeBoundAndIsNotIsNotTaken() throws Exception {
    ObjectNode json =
        (ObjectNode)
            new ObjectMapper().readTree("{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");

    assertThat(
            failed(
                TokenChecks.OF_TOKENS,
                new TokenChecks.Tokens(new TokenAnswer(200, json), Set.of(), "DPoP")))
        .contains("client.token-type");
  }

  @Test
  void theChallengeIsThatOfTheRfc() {
    // RFC 7636 appendix B.
    assertThat(ProofKey.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(ProofKey.make().verifier()).hasSize(43).isNotEqualTo(ProofKey.make().verifier());
  }
}
