package dev.gatehouse.server.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.identity.MovableClock;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokenIssuerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final TokenIssuer BUSY = busy();
  private static final TokenIssuer ISSUER =
      TokenIssuer.create("https://issuer.example", Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void anIssuedTokenIsAnAccessTokenOfRfc9068() {
    DecodedJWT token = JWT.decode(ISSUER.issue("alice", Set.of("b", "a"), Map.of()));

    assertThat(token.getType()).isEqualTo("at+jwt");
    assertThat(token.getAlgorithm()).isEqualTo("RS256");
    assertThat(token.getIssuer()).isEqualTo("https://issuer.example");
    assertThat(token.getAudience()).containsExactly("calendar-api");
    assertThat(token.getSubject()).isEqualTo("alice");
    assertThat(token.getClaim("client_id").asString()).isNotEmpty();
    assertThat(token.getClaim("scope").asString()).isEqualTo("a b");
    assertThat(token.getIssuedAtAsInstant()).isEqualTo(NOW);
    assertThat(token.getNotBeforeAsInstant()).isEqualTo(NOW);
    assertThat(token.getExpiresAtAsInstant()).isEqualTo(NOW.plusSeconds(3600));
    assertThat(token.getId()).hasSize(22);
  }

  @Test
  void afterARotationOldTokensAreGoodUntilTheLastOfThemHasEnded() {
    MovableClock clock = new MovableClock();
    TokenIssuer issuer = TokenIssuer.create("https://issuer.example", clock);
    String before = JWT.decode(issuer.issue("alice", Set.of(), Map.of())).getKeyId();

    String named = issuer.rotate().orElseThrow();
    String after = JWT.decode(issuer.issue("alice", Set.of(), Map.of())).getKeyId();

    assertThat(after).isEqualTo(named).isNotEqualTo(before);
    assertThat(published(issuer)).contains(before, after);
    clock.advance(TokenIssuer.LIFETIME.minusSeconds(1));
    assertThat(issuer.verificationKeys().candidates(before)).hasSize(1);

    clock.advance(Duration.ofSeconds(1));

    assertThat(issuer.verificationKeys().candidates(before)).isEmpty();
    assertThat(issuer.verificationKeys().candidates(after)).hasSize(1);
    assertThat(published(issuer)).contains(after).doesNotContain(before);
  }

  @Test
  void keysOfSeveralRotationsAreKeptEachForItsTime() {
    MovableClock clock = new MovableClock();
    TokenIssuer issuer = TokenIssuer.create("https://issuer.example", clock);
    String first = JWT.decode(issuer.issue("alice", Set.of(), Map.of())).getKeyId();
    String second = issuer.rotate().orElseThrow();
    clock.advance(Duration.ofMinutes(30));
    issuer.rotate();
    clock.advance(Duration.ofMinutes(30));

    assertThat(issuer.verificationKeys().candidates(first)).isEmpty();
    assertThat(issuer.verificationKeys().candidates(second)).hasSize(1);
  }

  @Test
  void thereIsAnEndToRotationsWithinTheLifeOfAToken() {
    MovableClock clock = new MovableClock();
    TokenIssuer issuer = TokenIssuer.create("https://issuer.example", clock);
    for (int i = 0; i < 12; i++) {
      assertThat(issuer.rotate()).isPresent();
    }

    assertThat(issuer.rotate()).isEmpty();
    clock.advance(TokenIssuer.LIFETIME);
    assertThat(issuer.rotate()).isPresent();
  }

  private static List<String> published(TokenIssuer issuer) {
    return issuer.jwks().path("keys").findValuesAsText("kid");
  }

  @Test
  void claimsCanDifferAndBeLeftOut() {
    Map<String, Object> overrides = new HashMap<>();
    overrides.put("aud", List.of("a", "b"));
    overrides.put("exp", null);

    DecodedJWT token = JWT.decode(ISSUER.issue("alice", Set.of(), overrides));

    assertThat(token.getAudience()).containsExactly("a", "b");
    assertThat(token.getExpiresAt()).isNull();
  }

  /** An issuer that has signed something by each algorithm. */
  private static TokenIssuer busy() {
    TokenIssuer issuer = TokenIssuer.create("http://127.0.0.1:8085", Clock.systemUTC());
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      issuer.sign("{\"alg\":\"" + algorithm.text() + "\"}", "{}");
    }
    return issuer;
  }

  @Test
  void theFirstKeySetWaitsForNoKeyThatTakesLongButTheDefaultOne() {
    TokenIssuer issuer = TokenIssuer.create("http://127.0.0.1:8085", Clock.systemUTC());

    assertThat(issuer.jwks().path("keys").findValuesAsText("alg"))
        .containsExactly("RS256", "ES256", "ES384", "ES512", "EdDSA");
  }

  @Test
  void aKeyIsPublishedOnceSomethingIsSignedWithIt() {
    TokenIssuer issuer = TokenIssuer.create("http://127.0.0.1:8085", Clock.systemUTC());

    issuer.sign("{\"alg\":\"PS384\"}", "{}");

    assertThat(issuer.jwks().path("keys").findValuesAsText("alg")).contains("PS384");
  }

  @Test
  void theKeySetHasOnePublicKeyForEachAlgorithmAndNoSecret() {
    List<String> algorithms = new ArrayList<>();
    for (JsonNode key : BUSY.jwks().path("keys")) {
      algorithms.add(key.path("alg").asText());
      assertThat(key.path("use").asText()).isEqualTo("sig");
      assertThat(key.path("kid").asText()).isNotEmpty();
      for (String secret : List.of("d", "p", "q", "dp", "dq", "qi", "k")) {
        assertThat(key.has(secret)).isFalse();
      }
    }

    assertThat(algorithms)
        .containsExactly(
            "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
            "EdDSA");
  }

  @Test
  void oldSecretsStaySecretAfterSomethingIsSignedWithThem() {
    TokenIssuer issuer = TokenIssuer.create("http://127.0.0.1:8085", Clock.systemUTC());

    for (String kid : List.of(LegacyKeys.GUESSABLE, LegacyKeys.BLANK)) {
      issuer.sign("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}", "{}");
      assertThat(issuer.jwks().path("keys").findValuesAsText("kid")).doesNotContain(kid);
    }
  }

  @Test
  void thePublishedKeysAreThoseThatTheIssuerSignsWith() throws JoseException {
    JwkSet published = JwkSet.read(BUSY.jwks().toString());
    assertThat(published.setAside()).isEmpty();

    for (Jwk key : published.candidates(null)) {
      CompactJws token = CompactJws.read(BUSY.sign("{\"kid\":\"" + key.name() + "\"}", "{}"));
      JwsAlgorithm algorithm = algorithmOf(key);
      assertThat(Signatures.fits(algorithm, key.key(), token.signingInput(), token.signature()))
          .as(key.name())
          .isTrue();
    }
  }

  @Test
  void javaJwtVerifiesWhatTheIssuerSigns() throws JoseException {
    JwkSet published = JwkSet.read(BUSY.jwks().toString());
    for (Jwk key : published.candidates(null)) {
      Algorithm verifier = verifier(algorithmOf(key), key);
      if (verifier != null) {
        String header = "{\"alg\":\"" + verifier.getName() + "\",\"kid\":\"" + key.name() + "\"}";
        JWT.require(verifier).build().verify(BUSY.sign(header, "{\"sub\":\"alice\"}"));
      }
    }
  }

  @Test
  void whatIsSignedAgainIsSignedAsItIsWritten() throws JoseException {
    String header = "{ \"alg\" : \"ES256\" }";
    CompactJws token = CompactJws.read(ISSUER.sign(header, "not JSON"));

    assertThat(token.headerText()).isEqualTo(header);
    assertThat(token.payload()).asString().isEqualTo("not JSON");
    assertThat(token.signature()).hasSize(64);
  }

  @Test
  void withoutAKeyOfThatNameOrAlgorithmTheDefaultKeySigns() throws JoseException {
    CompactJws token = CompactJws.read(ISSUER.sign("{\"alg\":\"none\",\"kid\":\"mine\"}", "{}"));

    assertThat(token.signature()).hasSize(256);
  }

  @Test
  void aHeaderThatIsNotAJsonObjectCannotBeSigned() {
    for (String header : List.of("", "x", "[]", "null")) {
      assertThatThrownBy(() -> ISSUER.sign(header, "{}"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static JwsAlgorithm algorithmOf(Jwk key) {
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      if (key.misfit(algorithm).isEmpty()) {
        return algorithm;
      }
    }
    throw new AssertionError(key.name());
  }

  /** What java-jwt has; it knows neither PS256 nor EdDSA. */
  private static Algorithm verifier(JwsAlgorithm algorithm, Jwk key) {
    return switch (algorithm) {
      case RS256 -> Algorithm.RSA256((RSAPublicKey) key.key(), null);
      case RS384 -> Algorithm.RSA384((RSAPublicKey) key.key(), null);
      case RS512 -> Algorithm.RSA512((RSAPublicKey) key.key(), null);
      case ES256 -> Algorithm.ECDSA256((ECPublicKey) key.key(), null);
      case ES384 -> Algorithm.ECDSA384((ECPublicKey) key.key(), null);
      case ES512 -> Algorithm.ECDSA512((ECPublicKey) key.key(), null);
      default -> null;
    };
  }
}
