package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.DemoTokens.bearer;
import static dev.gatehouse.server.authn.DemoTokens.forged;
import static dev.gatehouse.server.authn.DemoTokens.withClaim;
import static dev.gatehouse.server.authn.DemoTokens.withHeader;
import static dev.gatehouse.server.authn.DemoTokens.withSignature;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.LegacyKeys;
import dev.gatehouse.server.jose.PublicKeyText;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each weakness opens its own hole and no other. */
final class JwtWeaknessTest {
  /** What an attacker sends to be taken for Alice, and what stops it. */
  record Forgery(String token, String weakness, String stoppedBy) {
    @Override
    public String toString() {
      return weakness;
    }
  }

  private final JwtAuthenticator jwt = DemoTokens.authenticator();

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
    DemoIdentity.identity()
        .revoke("taken-back", DemoIdentity.clock().instant().plus(Duration.ofHours(1)));
  }

  static List<Forgery> forgeries() throws Exception {
    DemoIdentity.restart();
    String daves = DemoTokens.of("dave");
    String tampered = forged(daves, header -> {}, claims -> claims.put("sub", "alice"));
    String unsecured =
        forged(daves, header -> header.put("alg", "nOnE"), claims -> claims.put("sub", "alice"));
    return List.of(
        new Forgery("not.a.jwt", "fail-open", "jwt.well-formed"),
        new Forgery(saysTwiceWhomItIsAbout(), "lenient-json", "jwt.well-formed"),
        new Forgery(tampered, "skip-signature", "jwt.signature"),
        new Forgery(withSignature(unsecured, new byte[0]), "accept-alg-none", "jwt.alg-allowed"),
        new Forgery(
            withSignature(tampered, new byte[0]), "accept-empty-signature", "jwt.signature"),
        new Forgery(signedWithThePublicKey(), "trust-alg-header", "jwt.key-fits-alg"),
        new Forgery(
            DemoTokens.byOldSecret("alice", LegacyKeys.GUESSABLE),
            "weak-hmac-secret",
            "jwt.key-strength"),
        new Forgery(
            DemoTokens.byOldSecret("alice", LegacyKeys.BLANK),
            "blank-hmac-secret",
            "jwt.key-strength"),
        new Forgery(withClaim("exp", 1_000_000_000), "ignore-expiry", "jwt.exp"),
        new Forgery(withClaim("nbf", 4_000_000_000L), "ignore-not-before", "jwt.nbf"),
        new Forgery(withClaim("iss", "https://evil.example"), "ignore-issuer", "jwt.iss"),
        new Forgery(withClaim("aud", "https://photos.example"), "ignore-audience", "jwt.aud"),
        new Forgery(withHeader("typ", "JWT"), "ignore-token-type", "jwt.typ"),
        new Forgery(withHeader("crit", List.of("cnf")), "ignore-crit", "jwt.crit"),
        new Forgery(withClaim("jti", "taken-back"), "ignore-token-revocation", "jwt.not-revoked"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void aHardenedServerStopsTheForgery(Forgery forgery) {
    assertVerification(judge(jwt, bearer(forgery.token()))).isRefusedAt(forgery.stoppedBy());
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void aServerWithTheWeaknessTakesTheForgeryForAlice(Forgery forgery) {
    Verification verification = judge(jwt, bearer(forgery.token()), forgery.weakness());

    assertThat(verification.principal()).map(Principal::id).contains("alice");
    assertThat(Arrivals.outcome(verification, forgery.stoppedBy())).isEqualTo(Outcome.SKIPPED);
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void noOtherWeaknessLetsTheForgeryIn(Forgery forgery) {
    weaknesses()
        .filter(weakness -> !weakness.equals(forgery.weakness()))
        .filter(weakness -> !isTheSameHole(weakness, forgery))
        .forEach(
            weakness ->
                assertThat(judge(jwt, bearer(forgery.token()), weakness).principal())
                    .as(weakness)
                    .isEmpty());
  }

  @Test
  void aServerWithAnyWeaknessStillTakesAGenuineToken() {
    weaknesses()
        .forEach(
            weakness ->
                assertVerification(judge(jwt, bearer(DemoTokens.of("alice")), weakness))
                    .proves("alice"));
  }

  @Test
  void eachWeaknessIsListedAtTheCheckThatItIsAbout() throws Exception {
    Map<String, List<String>> listed =
        jwt.checks().stream()
            .flatMap(check -> check.weaknesses().stream().map(w -> Map.entry(w.name(), check.id())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

    for (Forgery forgery : forgeries()) {
      assertThat(listed.get(forgery.weakness()))
          .as(forgery.weakness())
          .containsExactly(forgery.stoppedBy());
    }
  }

  @Test
  void aServerThatFailsOpenStillRefusesWhatItCanRead() {
    String tampered =
        forged(DemoTokens.of("dave"), header -> {}, claims -> claims.put("sub", "alice"));

    assertVerification(judge(jwt, bearer(tampered), "fail-open")).isRefusedAt("jwt.signature");
  }

  @Test
  void aServerThatReadsLenientlyStillRefusesAHeaderThatCanBeReadInTwoWays() {
    String claims = DemoTokens.part(DemoTokens.of("alice"), 1);
    String token = DemoTokens.ISSUER.sign("{\"alg\":\"none\",\"alg\":\"RS256\"}", claims);

    assertVerification(judge(jwt, bearer(token), "lenient-json")).isRefusedAt("jwt.well-formed");
  }

  @Test
  void aServerThatTrustsTheHeaderStillRefusesASignatureThatFitsNothing() {
    String forged =
        forged(
            DemoTokens.of("dave"),
            header -> header.put("alg", "ES256"),
            claims -> claims.put("sub", "alice"));

    Verification verification = judge(jwt, bearer(forged), "trust-alg-header");

    assertThat(verification.failure().orElseThrow().id()).isEqualTo("jwt.signature");
  }

  private Stream<String> weaknesses() {
    return jwt.checks().stream()
        .map(Check::weaknesses)
        .flatMap(List::stream)
        .map(Weakness::name)
        .distinct();
  }

  /** Who does not verify signatures does not notice an empty one either. */
  private static boolean isTheSameHole(String weakness, Forgery forgery) {
    return weakness.equals("skip-signature")
        && Set.of("accept-empty-signature").contains(forgery.weakness());
  }

  /** What a careless issuer signs: for a reader of the first it is Dave's, of the last Alice's. */
  private static String saysTwiceWhomItIsAbout() {
    String daves = DemoTokens.of("dave");
    String claims = DemoTokens.part(daves, 1);
    return DemoTokens.ISSUER.sign(
        DemoTokens.part(daves, 0),
        claims.substring(0, claims.lastIndexOf('}')) + ",\"sub\":\"alice\"}");
  }

  /** What an attacker can make of the published keys alone. */
  private static String signedWithThePublicKey() throws Exception {
    String daves = DemoTokens.of("dave");
    String forged =
        forged(daves, header -> header.put("alg", "HS256"), claims -> claims.put("sub", "alice"));
    String kid = DemoTokens.part(daves, 0).replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
    PublicKey published =
        (PublicKey) JwkSet.read(DemoTokens.ISSUER.jwks().toString()).candidates(kid).get(0).key();
    return withSignature(forged, hmac(PublicKeyText.pem(published), forged));
  }

  private static byte[] hmac(String secret, String token) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    return mac.doFinal(
        token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
  }
}
