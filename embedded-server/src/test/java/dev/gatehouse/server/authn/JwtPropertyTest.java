package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.DemoTokens.bearer;
import static dev.gatehouse.server.authn.DemoTokens.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Outcome;
import dev.gatehouse.server.trace.Verification;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent, there is no principal without a signature that fits, and nothing is thrown. */
final class JwtPropertyTest {
  private static final List<String> TOKENS =
      Stream.of("RS256", "ES256", "EdDSA", "HS256", "PS256").map(DemoTokens::signedBy).toList();

  private final JwtAuthenticator jwt = DemoTokens.authenticator();

  @BeforeContainer
  static void restart() {
    DemoIdentity.restart();
  }

  @Property(tries = 500)
  void aTokenOfWhichOneCharacterWasReplacedProvesNobody(
      @ForAll @IntRange(max = 4) int which, @ForAll int where, @ForAll char character) {
    String token = TOKENS.get(which);
    int at = Math.floorMod(where, token.length());
    String mutated = token.substring(0, at) + character + token.substring(at + 1);

    provesNobodyUnlessTheSame(token, mutated);
  }

  @Property(tries = 300)
  void aTokenOfWhichAPartWasCutOutProvesNobody(
      @ForAll @IntRange(max = 4) int which, @ForAll int from, @ForAll int to) {
    String token = TOKENS.get(which);
    int a = Math.floorMod(from, token.length());
    int b = Math.floorMod(to, token.length() + 1);
    String mutated = token.substring(0, Math.min(a, b)) + token.substring(Math.max(a, b));

    provesNobodyUnlessTheSame(token, mutated);
  }

  @Property(tries = 300)
  void aTokenIntoWhichSomethingWasPutProvesNobody(@ForAll int where, @ForAll String what) {
    String token = TOKENS.get(0);
    int at = Math.floorMod(where, token.length() + 1);

    provesNobodyUnlessTheSame(token, token.substring(0, at) + what + token.substring(at));
  }

  @Property(tries = 500)
  void anyTextProvesNobody(@ForAll String a, @ForAll String b, @ForAll String c) {
    provesNobody(a + "." + b + "." + c);
  }

  @Property(tries = 500)
  void anyHeaderAndPayloadProveNobody(
      @ForAll("json") String header, @ForAll("json") String payload, @ForAll byte[] signature) {
    String unsigned = encoded(header) + "." + encoded(payload) + ".";

    provesNobody(DemoTokens.withSignature(unsigned, signature));
  }

  @Property(tries = 200)
  void whateverTheIssuerDidSignIsJudgedWithoutAnException(
      @ForAll("json") String header, @ForAll("json") String payload) {
    String token = DemoTokens.ISSUER.sign(header, payload);

    assertThat(verify(token).checks()).noneMatch(JwtPropertyTest::broke);
  }

  /** Objects with the members that tokens have, of any type. */
  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> name =
        Arbitraries.of(
            "alg", "kid", "typ", "crit", "jwk", "jku", "x5c", "b64", "iss", "aud", "sub", "exp",
            "nbf", "iat", "jti", "scope");
    Arbitrary<String> value =
        Arbitraries.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1e-400",
            "9999999999",
            "\"\"",
            "\"none\"",
            "\"RS256\"",
            "\"HS256\"",
            "\"at+jwt\"",
            "\"calendar-api\"",
            "\"alice\"",
            "[]",
            "[1]",
            "[\"exp\"]",
            "{}",
            "\"" + DemoTokens.ISSUER_NAME + "\"");
    return Arbitraries.maps(name, value)
        .ofMaxSize(10)
        .map(
            members ->
                members.entrySet().stream()
                    .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                    .reduce((x, y) -> x + "," + y)
                    .map(all -> "{" + all + "}")
                    .orElse("{}"));
  }

  private void provesNobodyUnlessTheSame(String token, String mutated) {
    // Blanks between scheme and token belong to neither (RFC 9110 §11.4).
    String sent = mutated.replaceFirst("^ +", "");
    if (!sent.equals(token) && sent.indexOf('.') >= 0) {
      provesNobody(sent);
    }
  }

  private void provesNobody(String token) {
    Verification verification = verify(token);

    assertThat(verification.principal()).isEmpty();
    assertThat(verification.checks()).noneMatch(JwtPropertyTest::broke);
  }

  /** What the trace says of a check that threw. */
  private static boolean broke(CheckResult check) {
    return check.outcome() == Outcome.FAILED && check.actual().startsWith("it could not");
  }

  private Verification verify(String token) {
    return judge(jwt, bearer(token));
  }
}
