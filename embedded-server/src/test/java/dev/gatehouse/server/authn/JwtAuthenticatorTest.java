package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.Arrivals.result;
import static dev.gatehouse.server.authn.DemoTokens.bearer;
import static dev.gatehouse.server.authn.DemoTokens.encoded;
import static dev.gatehouse.server.authn.DemoTokens.forged;
import static dev.gatehouse.server.authn.DemoTokens.resigned;
import static dev.gatehouse.server.authn.DemoTokens.withClaim;
import static dev.gatehouse.server.authn.DemoTokens.withHeader;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.jose.LegacyKeys;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JwtAuthenticatorTest {
  private final JwtAuthenticator jwt = DemoTokens.authenticator();

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  @Test
  void aTokenProvesThePersonAndAllowsItsScopes() {
    Verification verification =
        verify(DemoTokens.ISSUER.issue("alice", Set.of("events:read", "me:read"), Map.of()));

    assertVerification(verification).proves("alice");
    assertThat(verification.principal().orElseThrow().scopes())
        .containsExactlyInAnyOrder("events:read", "me:read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256",
        "ES384", "ES512", "EdDSA"
      })
  void aTokenByAnyOfTheThirteenAlgorithmsProvesThePerson(String alg) {
    assertVerification(verify(DemoTokens.signedBy(alg))).proves("alice");
  }

  @Test
  void theChecksAreThoseOfTheRfcsInTheirOrder() {
    assertThat(jwt.checks())
        .extracting(Check::id)
        .containsExactly(
            "bearer.location",
            "jwt.well-formed",
            "jwt.typ",
            "jwt.crit",
            "jwt.alg-allowed",
            "jwt.key-known",
            "jwt.key-fits-alg",
            "jwt.key-strength",
            "jwt.signature",
            "jwt.iss",
            "jwt.aud",
            "jwt.exp",
            "jwt.nbf",
            "jwt.iat",
            "jwt.sub",
            "jwt.not-revoked",
            "jwt.cnf");
    assertThat(jwt.checks()).extracting(Check::question).allMatch(q -> q.length() <= 50);
  }

  @Test
  void aTokenWithoutADotIsLeftToAnotherScheme() {
    assertThat(jwt.find(bearer("gh_tok_abc"))).isEmpty();
  }

  @Test
  void aTokenInTheQueryIsRefusedAtTheLocationCheck() {
    Arrival arrival = get("/me?access_token=" + DemoTokens.of("alice"));

    assertVerification(judge(jwt, arrival)).isRefusedAt("bearer.location");
    assertVerification(judge(jwt, arrival, "token-in-query")).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not.a.jwt",
        "..",
        "a.b",
        "a.b.c.d",
        "a.b.c.d.e",
        ".",
        "e30.e30",
        "e30=.e30.",
        "{}.{}.",
        "e30.bnVsbA.",
        "bnVsbA.e30.",
        "W10.e30.",
        "e31.e30.",
        "e30 .e30."
      })
  void whatIsNotACompactTokenIsRefusedAtTheWellFormedCheck(String token) {
    assertVerification(verify(token)).isRefusedAt("jwt.well-formed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"RS256\",\"alg\":\"none\"}",
        "{\"alg\":\"RS256\",\"\\u0061lg\":\"none\"}",
        "{\"alg\":\"RS256\"} x",
        "{\"alg\":\"RS256\"}{}",
        "\uFEFF{\"alg\":\"RS256\"}",
        "{\"alg\":5}",
        "{\"alg\":\"RS256\",\"kid\":7}",
        "{\"alg\":\"RS256\",\"kid\":null}",
        "{\"alg\":\"RS256\",\"typ\":[\"at+jwt\"]}",
        "{\"alg\":\"RS256\",\"jwk\":\"mine\"}",
        "{\"alg\":\"RS256\",\"x5c\":[]}",
        "{'alg':'RS256'}",
        "{\"alg\":\"RS256\",}",
        "{\"alg\":\"RS256\"/**/}",
        "{\"alg\":\"RS256\",\"n\":NaN}",
        "{\"alg\":\"RS256\",\"n\":01}"
      })
  void aHeaderThatCanBeReadInTwoWaysIsRefusedAtTheWellFormedCheck(String header) {
    assertVerification(verify(encoded(header) + ".e30.AAAA")).isRefusedAt("jwt.well-formed");
  }

  @Test
  void aClaimThatStandsThereTwiceIsRefusedAtTheWellFormedCheck() {
    String claims = DemoTokens.part(DemoTokens.of("alice"), 1);
    String twice = claims.replace("{", "{\"sub\":\"dave\",");

    assertVerification(
            verify(DemoTokens.ISSUER.sign(DemoTokens.part(DemoTokens.of("alice"), 0), twice)))
        .isRefusedAt("jwt.well-formed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "id+jwt", "dpop+jwt", "", "at+jwt "})
  void aTokenOfAnotherTypeIsRefusedAtTheTypeCheck(String typ) {
    assertVerification(verify(withHeader("typ", typ))).isRefusedAt("jwt.typ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AT+JWT", "application/at+jwt"})
  void theTypeIsComparedAsAMediaType(String typ) {
    assertVerification(verify(withHeader("typ", typ))).proves("alice");
  }

  @Test
  void aTokenWithACriticalExtensionIsRefusedAtTheCritCheck() {
    for (Object crit : List.of(List.of("exp"), List.of("b64"), List.of(), "exp", List.of("alg"))) {
      assertVerification(verify(withHeader("crit", crit))).isRefusedAt("jwt.crit");
    }
  }

  @Test
  void aPayloadThatIsNotEncodedIsRefusedAtTheCritCheck() {
    assertVerification(verify(withHeader("b64", false))).isRefusedAt("jwt.crit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        "rs256",
        "RS256 ",
        "HS1",
        "ES256K",
        "RSA-OAEP"
      })
  void anAlgorithmThatIsNotOnTheListIsRefusedAtTheAlgorithmCheck(String alg) {
    assertVerification(verify(withHeader("alg", alg))).isRefusedAt("jwt.alg-allowed");
  }

  @Test
  void aTokenThatNamesNoAlgorithmIsRefusedAtTheAlgorithmCheck() {
    String token = resigned(DemoTokens.of("alice"), header -> header.remove("alg"), claims -> {});

    assertVerification(verify(token)).isRefusedAt("jwt.alg-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "../../dev/null", "' OR 1=1 --"})
  void aKeyThatIsNotOursIsRefusedAtTheKeyCheck(String kid) {
    assertVerification(verify(withHeader("kid", kid))).isRefusedAt("jwt.key-known");
  }

  @Test
  void aKeyThatIsForAnotherAlgorithmIsRefusedAtTheFitCheck() {
    for (String alg : List.of("HS256", "RS512", "PS256", "ES256", "EdDSA")) {
      assertVerification(
              verify(
                  forged(DemoTokens.of("alice"), header -> header.put("alg", alg), claims -> {})))
          .isRefusedAt("jwt.key-fits-alg");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {LegacyKeys.GUESSABLE, LegacyKeys.BLANK})
  void aSecretThatIsTooShortForItsAlgorithmIsRefusedAtTheStrengthCheck(String kid) {
    assertVerification(verify(DemoTokens.byOldSecret("alice", kid)))
        .isRefusedAt("jwt.key-strength");
  }

  @Test
  void aTokenThatNamesNoKeyIsNotVerifiedWithASecretThatIsTooShort() {
    String token =
        forged(
            DemoTokens.byOldSecret("alice", LegacyKeys.GUESSABLE),
            header -> header.remove("kid"),
            claims -> {});

    assertVerification(verify(token)).isRefusedAt("jwt.signature");
    assertVerification(judge(jwt, bearer(token), "weak-hmac-secret")).isRefusedAt("jwt.signature");
  }

  @Test
  void aChangedPayloadIsRefusedAtTheSignatureCheck() {
    String token = forged(DemoTokens.of("dave"), h -> {}, claims -> claims.put("sub", "alice"));

    assertVerification(verify(token)).isRefusedAt("jwt.signature");
  }

  @Test
  void aChangedHeaderIsRefusedAtTheSignatureCheck() {
    String token = forged(DemoTokens.of("alice"), header -> header.put("cty", "x"), claims -> {});

    assertVerification(verify(token)).isRefusedAt("jwt.signature");
  }

  @Test
  void anEmptySignatureIsRefusedAtTheSignatureCheck() {
    assertVerification(verify(DemoTokens.withSignature(DemoTokens.of("alice"), new byte[0])))
        .isRefusedAt("jwt.signature");
  }

  @Test
  void tokenAndSignatureAreSecretEvidenceAndTheRestIsNot() {
    String token = DemoTokens.of("alice");
    Verification verification = verify(token);

    assertThat(result(verification, "jwt.well-formed").evidence())
        .containsExactly(
            new Evidence("token", token, true),
            new Evidence("header", DemoTokens.part(token, 0), false),
            new Evidence("payload", DemoTokens.part(token, 1), false));
    assertThat(result(verification, "jwt.signature").evidence())
        .contains(
            new Evidence("signed text", token.substring(0, token.lastIndexOf('.')), false),
            new Evidence("signature", token.substring(token.lastIndexOf('.') + 1), true));
  }

  @Test
  void theChallengeNamesTheCheckThatRefused() {
    Verification expired = verify(withClaim("exp", 0));

    assertThat(jwt.challenge(expired.failure().orElseThrow()))
        .map(Challenge::headerValue)
        .contains(
            "Bearer realm=\"Gatehouse\", error=\"invalid_token\","
                + " error_description=\"jwt.exp: expected an end in the future\"");
  }

  private Verification verify(String token) {
    return judge(jwt, bearer(token));
  }
}
