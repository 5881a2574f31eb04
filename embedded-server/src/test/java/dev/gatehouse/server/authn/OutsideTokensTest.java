package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.DemoTokens.encoded;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.trace.Principal;
import dev.gatehouse.server.trace.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens from anywhere, here signed by java-jwt with a shared secret. */
final class OutsideTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final byte[] SECRET =
      "a secret of at least thirty-two bytes".getBytes(StandardCharsets.US_ASCII);
  private static final Algorithm SIGNER = Algorithm.HMAC256(SECRET);

  @Test
  void aTokenWithoutAnyClaimIsAccepted() {
    Verification verification = verify(JWT.create().sign(SIGNER));

    assertThat(verification.result()).isEqualTo(Verification.Result.AUTHENTICATED);
    assertThat(verification.principal()).map(Principal::id).contains("");
  }

  @Test
  void itsSubjectAndScopesAreTold() {
    Principal principal =
        verify(JWT.create().withSubject("joe").withClaim("scope", "a b").sign(SIGNER))
            .principal()
            .orElseThrow();

    assertThat(principal.id()).isEqualTo("joe");
    assertThat(principal.scopes()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void issuerAndAudienceAreDemandedOnlyIfGiven() {
    String token = JWT.create().withIssuer("me").withAudience("you", "them").sign(SIGNER);

    assertVerification(verify(token)).proves("");
    assertVerification(verifier("me", "them", false).verify(token)).proves("");
    assertVerification(verifier("Me", null, false).verify(token)).isRefusedAt("jwt.iss");
    assertVerification(verifier(null, "Them", false).verify(token)).isRefusedAt("jwt.aud");
  }

  @Test
  void aClockThatIsALittleAheadIsForgivenButNotOneThatIsFar() {
    Instant little = NOW.plus(OutsideTokens.LEEWAY);
    Instant far = little.plusSeconds(1);

    assertVerification(verify(JWT.create().withIssuedAt(little).withNotBefore(little).sign(SIGNER)))
        .proves("");
    assertVerification(verify(JWT.create().withIssuedAt(far).sign(SIGNER))).isRefusedAt("jwt.iat");
    assertVerification(verify(JWT.create().withNotBefore(far).sign(SIGNER))).isRefusedAt("jwt.nbf");
    assertVerification(verify(JWT.create().withExpiresAt(NOW).sign(SIGNER))).isRefusedAt("jwt.exp");
  }

  @Test
  void itsTimesAreJudgedIfItHasThem() {
    assertVerification(verify(JWT.create().withExpiresAt(NOW).sign(SIGNER))).isRefusedAt("jwt.exp");
    assertVerification(verify(JWT.create().withNotBefore(NOW.plusSeconds(60)).sign(SIGNER)))
        .isRefusedAt("jwt.nbf");
    assertVerification(verify(JWT.create().withIssuedAt(NOW.plusSeconds(60)).sign(SIGNER)))
        .isRefusedAt("jwt.iat");
    assertVerification(
            verify(
                JWT.create()
                    .withExpiresAt(NOW.plusSeconds(1))
                    .withNotBefore(NOW)
                    .withIssuedAt(NOW)
                    .sign(SIGNER)))
        .proves("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"iss\":5}", "{\"iss\":null}", "{\"aud\":7}", "{\"aud\":[\"a\",1]}",
            "{\"exp\":\"9999999999\"}",
        "{\"exp\":1e400}", "{\"exp\":null}", "{\"nbf\":-1}", "{\"nbf\":[]}", "{\"iat\":false}",
        "{\"sub\":{}}", "{\"sub\":1}"
      })
  void aClaimOfAWrongTypeIsRefusedEvenIfNotAskedFor(String claims) {
    assertThat(verify(signed("{\"alg\":\"HS256\"}", claims)).principal()).isEmpty();
  }

  @Test
  void aPayloadThatIsNotJsonIsAcceptedIfOnlyTheSignatureIsAskedFor() {
    String token = signed("{\"alg\":\"HS256\"}", "just text");

    assertVerification(verify(token)).isRefusedAt("jwt.well-formed");
    assertVerification(verifier(null, null, true).verify(token)).proves("");
  }

  @Test
  void afterTheSignatureNothingIsAskedIfOnlyThatIsAskedFor() {
    String expired = JWT.create().withExpiresAt(Instant.EPOCH).sign(SIGNER);

    assertVerification(verifier("me", "you", true).verify(expired)).proves("");
  }

  @Test
  void anEmptyPayloadCanBeSigned() {
    assertVerification(verifier(null, null, true).verify(signed("{\"alg\":\"HS256\"}", "")))
        .proves("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"payload\":\"Zm9v\",\"signatures\":[{\"protected\":\"e30\",\"signature\":\"AAAA\"}]}",
        "{\"payload\":\"Zm9v\",\"protected\":\"e30\",\"signature\":\"AAAA\"}",
        "",
        " ",
        "\0",
        "\0.\0.\0",
        "Bearer a.b.c",
        "%00.%00.%00",
        "ä.ö.ü"
      })
  void whatIsNotInCompactFormIsRefused(String token) {
    assertVerification(verify(token)).isRefusedAt("jwt.well-formed");
  }

  @Test
  void theSameTokenWrittenInAnyOtherWayIsRefused() {
    String token = JWT.create().withSubject("joe").sign(SIGNER);
    for (String other :
        List.of(
            " " + token,
            token + " ",
            token + "\n",
            token + "=",
            token + ".",
            token.replaceFirst("\\.", "=."),
            token.replace(".", ". "),
            token.replaceFirst("\\.", "?."),
            lastCharacterChanged(token))) {
      assertVerification(verify(other)).isRefusedAt("jwt.well-formed");
    }
  }

  @Test
  void aHugeTokenIsRefusedWithoutAFuss() {
    String large = "A".repeat(10_000_000);

    assertThat(verify(large).principal()).isEmpty();
    assertThat(verify(large + "." + large + "." + large).principal()).isEmpty();
    assertThat(verify(".".repeat(1_000_000)).principal()).isEmpty();
  }

  @Test
  void aHeaderThatNestsDeeplyIsRefusedWithoutAFuss() {
    String deep = "{\"alg\":\"HS256\",\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

    assertVerification(verify(encoded(deep) + ".e30.AAAA")).isRefusedAt("jwt.well-formed");
  }

  @Test
  void aPayloadThatNestsDeeplyIsRefusedWithoutAFuss() {
    String deep = "{\"x\":".repeat(100_000) + "1" + "}".repeat(100_000);

    assertVerification(verify(signed("{\"alg\":\"HS256\"}", deep))).isRefusedAt("jwt.well-formed");
  }

  @Test
  void aNumberOfAMillionDigitsIsRefusedWithoutAFuss() {
    String long1 = "{\"exp\":" + "9".repeat(1_000_000) + "}";

    assertThat(verify(signed("{\"alg\":\"HS256\"}", long1)).principal()).isEmpty();
  }

  @Test
  void withoutAKidEveryKeyThatFitsIsTried() throws JoseException {
    String keys =
        "{\"keys\":["
            + "{\"kty\":\"oct\",\"kid\":\"short\",\"k\":\"AAAA\"},"
            + "{\"kty\":\"oct\",\"kid\":\"other\",\"k\":\""
            + base64("x".repeat(32))
            + "\"},"
            + "{\"kty\":\"oct\",\"kid\":\"right\",\"k\":\""
            + base64(SECRET)
            + "\"}]}";
    OutsideTokens several = new OutsideTokens(JwkSet.read(keys), null, null, false, clock());

    Verification verification = several.verify(JWT.create().sign(SIGNER));

    assertVerification(verification).proves("");
    assertThat(Arrivals.result(verification, "jwt.signature").actual()).contains("right");
    assertVerification(several.verify(JWT.create().withKeyId("other").sign(SIGNER)))
        .isRefusedAt("jwt.signature");
    assertVerification(several.verify(JWT.create().withKeyId("short").sign(SIGNER)))
        .isRefusedAt("jwt.key-strength");
    assertVerification(several.verify(JWT.create().withKeyId("none").sign(SIGNER)))
        .isRefusedAt("jwt.key-known");
  }

  private static String lastCharacterChanged(String token) {
    // A signature of 32 bytes leaves two bits unused in its last character.
    char last = token.charAt(token.length() - 1);
    return token.substring(0, token.length() - 1) + (char) (last == 'Z' ? 'b' : last + 1);
  }

  private static String signed(String header, String payload) {
    byte[] signature =
        SIGNER.sign(
            encoded(header).getBytes(StandardCharsets.US_ASCII),
            encoded(payload).getBytes(StandardCharsets.US_ASCII));
    return encoded(header) + "." + encoded(payload) + "." + base64(signature);
  }

  private static Verification verify(String token) {
    return verifier(null, null, false).verify(token);
  }

  private static OutsideTokens verifier(String issuer, String audience, boolean signatureOnly) {
    try {
      JwkSet keys = JwkSet.read("{\"kty\":\"oct\",\"k\":\"" + base64(SECRET) + "\"}");
      return new OutsideTokens(keys, issuer, audience, signatureOnly, clock());
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
