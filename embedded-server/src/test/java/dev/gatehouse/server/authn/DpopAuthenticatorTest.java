package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DpopAuthenticatorTest {
  private final DpopAuthenticator dpop =
      new DpopAuthenticator(
          new GateServices(DemoIdentity.identity(), DemoTokens.ISSUER, DemoIdentity.clock()));
  private final Proofs proofs = new Proofs(dpop);

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private CheckResult isRefusedAt(String check, Arrival arrival) {
    return assertVerification(judge(dpop, arrival)).isRefusedAt(check);
  }

  private void claimIsRefusedAt(String check, Consumer<ObjectNode> change) {
    isRefusedAt(check, proofs.claiming(change));
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "ES384", "ES512", "EDDSA"})
  void aBoundTokenWithAProofProvesThePerson(JwsAlgorithm algorithm) {
    assertVerification(judge(dpop, proofs.right(ProofKey.make(algorithm)))).proves("alice");
  }

  @Test
  void theChecksAreThoseOfTheTokenThenOfTheProofThenOfBoth() {
    assertThat(dpop.checks())
        .extracting(Check::id)
        .startsWith("jwt.well-formed", "jwt.typ")
        .endsWith(
            "jwt.not-revoked",
            "dpop.single",
            "dpop.well-formed",
            "dpop.typ",
            "dpop.alg",
            "dpop.jwk",
            "dpop.signature",
            "dpop.htm",
            "dpop.htu",
            "dpop.iat",
            "dpop.nonce",
            "dpop.ath",
            "jwt.cnf",
            "dpop.jti");
    assertThat(dpop.checks()).extracting(Check::question).allMatch(q -> q.length() <= 50);
  }

  @Test
  void aTokenThatHasEndedIsRefusedAsElsewhere() {
    Arrival arrival = proofs.right(Proofs.KEY);
    DemoIdentity.clock().advance(Duration.ofHours(2));

    isRefusedAt("jwt.exp", arrival);
  }

  @Test
  void noProofAndTwoAreRefusedAtTheSingleCheck() {
    String token = Proofs.token(Proofs.KEY);
    Arrival right = proofs.right(Proofs.KEY);

    isRefusedAt("dpop.single", get("/me", "Authorization", "DPoP " + token));
    isRefusedAt("dpop.single", SignedRequests.with(right, "DPoP", right.value("DPoP").get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "e30.e30", "a, b", "e30.W10.AAAA"})
  void whatIsNoCompactTokenIsRefusedAtTheWellFormedCheck(String proof) {
    isRefusedAt("dpop.well-formed", Proofs.with(get("/me"), Proofs.token(Proofs.KEY), proof));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "at+jwt", "", "DPOP+JWT "})
  void whatSaysThatItIsSomethingElseIsRefusedAtTheTypeCheck(String typ) {
    isRefusedAt("dpop.typ", proofs.heading(header -> header.put("typ", typ)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "es256", "RS1", ""})
  void anAlgorithmWithoutAKeyPairIsRefusedAtTheAlgorithmCheck(String alg) {
    isRefusedAt("dpop.alg", proofs.heading(header -> header.put("alg", alg)));
  }

  @Test
  void whatIsNoPublicKeyForThatAlgorithmIsRefusedAtTheKeyCheck() {
    isRefusedAt("dpop.jwk", proofs.heading(header -> header.remove("jwk")));
    isRefusedAt("dpop.jwk", proofs.heading(h -> h.set("jwk", Proofs.KEY.privateJwk())));
    isRefusedAt("dpop.jwk", proofs.heading(h -> h.withObjectProperty("jwk").put("x", "AA")));
    isRefusedAt("dpop.jwk", proofs.heading(h -> h.withObjectProperty("jwk").put("use", "enc")));
    isRefusedAt("dpop.jwk", proofs.heading(header -> header.put("alg", "ES256")));
  }

  @Test
  void anRsaKeyThatIsTooShortIsRefusedAtTheKeyCheck() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    ObjectNode tooShort = PublicJwk.of(generator.generateKeyPair().getPublic());

    isRefusedAt("dpop.jwk", proofs.heading(h -> h.put("alg", "RS256").set("jwk", tooShort)));
  }

  @Test
  void aProofBySomebodyElsesKeyIsRefusedAtTheSignatureCheck() {
    ObjectNode other = ProofKey.make(JwsAlgorithm.EDDSA).publicJwk();

    isRefusedAt("dpop.signature", proofs.heading(header -> header.set("jwk", other)));
  }

  @Test
  void aProofForAnotherMethodIsRefusedAtTheMethodCheck() {
    claimIsRefusedAt("dpop.htm", claims -> claims.put("htm", "POST"));
    claimIsRefusedAt("dpop.htm", claims -> claims.put("htm", "get"));
    claimIsRefusedAt("dpop.htm", claims -> claims.remove("htm"));
    claimIsRefusedAt("dpop.htm", claims -> claims.put("htm", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/me",
        "https://127.0.0.1:8085/me",
        "http://127.0.0.1/me",
        "http://127.0.0.1:8085/calendars",
        "http://127.0.0.1:8085/ME",
        "http://127.0.0.1:8085/me/",
        "http://elsewhere.example:8085/me",
        "http://me@127.0.0.1:8085/me",
        "not an address"
      })
  void aProofForAnotherAddressIsRefusedAtTheAddressCheck(String htu) {
    Arrival arrival = proofs.claiming(claims -> claims.put("htu", htu));

    isRefusedAt("dpop.htu", arrival);
    assertVerification(judge(dpop, arrival, "dpop-ignore-htu")).proves("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP://127.0.0.1:8085/me",
        "http://127.0.0.1:8085/me?all#top",
        "http://127.0.0.1:8085/%6d%65",
        "http://127.0.0.1:8085/./x/../me"
      })
  void anAddressThatIsWrittenOtherwiseIsTheSame(String htu) {
    assertVerification(judge(dpop, proofs.claiming(claims -> claims.put("htu", htu))))
        .proves("alice");
  }

  @Test
  void aProofOfAnotherTimeIsRefusedAtTheTimeCheck() {
    long now = DemoIdentity.clock().instant().getEpochSecond();

    claimIsRefusedAt("dpop.iat", claims -> claims.put("iat", now - 301));
    claimIsRefusedAt("dpop.iat", claims -> claims.put("iat", now + 301));
    claimIsRefusedAt("dpop.iat", claims -> claims.put("iat", Long.toString(now)));
    claimIsRefusedAt("dpop.iat", claims -> claims.remove("iat"));
  }

  @Test
  void aProofWithoutANumberOfTheServersIsAskedForOne() {
    claimIsRefusedAt("dpop.nonce", claims -> claims.put("nonce", "made-up"));
    Arrival arrival = proofs.claiming(claims -> claims.remove("nonce"));
    CheckResult refused = isRefusedAt("dpop.nonce", arrival);

    assertThat(dpop.challenge(refused).orElseThrow().headerValue())
        .startsWith("DPoP realm=\"Gatehouse\", algs=\"RS256 ")
        .contains("error=\"use_dpop_nonce\"");
    assertThat(dpop.requests(arrival)).extracting("name").containsExactly("DPoP-Nonce");
  }

  @Test
  void anOldNumberIsRefusedAndAnotherIsGivenBeforeItIsThatOld() {
    String old = proofs.nonce();
    assertThat(acknowledged(proofs.claiming(claims -> claims.put("nonce", old)))).isZero();

    DemoIdentity.clock().advance(Duration.ofSeconds(151));
    assertThat(acknowledged(proofs.claiming(claims -> claims.put("nonce", old)))).isOne();

    DemoIdentity.clock().advance(Duration.ofSeconds(150));
    claimIsRefusedAt("dpop.nonce", claims -> claims.put("nonce", old));
  }

  private int acknowledged(Arrival arrival) {
    assertVerification(judge(dpop, arrival)).proves("alice");
    DpopAttempt attempt = dpop.attempt(arrival, dpop.find(arrival).get(0));
    return dpop.acknowledgement(attempt, new byte[0]).size();
  }

  @Test
  void whoSpeaksOfNoProofsIsGivenNoNumber() {
    assertThat(dpop.requests(get("/me"))).isEmpty();
  }

  @Test
  void aProofForAnotherTokenIsRefusedAtTheTokenCheck() {
    claimIsRefusedAt("dpop.ath", claims -> claims.put("ath", "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59I"));
    claimIsRefusedAt("dpop.ath", claims -> claims.remove("ath"));
  }

  @Test
  void aTokenThatIsNotBoundToTheKeyIsRefusedAtTheConfirmationCheck() {
    String bound = Proofs.token(ProofKey.make(JwsAlgorithm.EDDSA));
    String unbound = DemoTokens.of("alice");

    for (String token : new String[] {bound, unbound}) {
      String proof = proofs.proof(Proofs.KEY, token, header -> {}, claims -> {});
      isRefusedAt("jwt.cnf", Proofs.with(get("/me"), token, proof));
    }
  }

  @Test
  void aProofThatComesAgainIsRefusedAtTheLastCheck() {
    Arrival arrival = proofs.right(Proofs.KEY);
    assertVerification(judge(dpop, arrival)).proves("alice");

    isRefusedAt("dpop.jti", arrival);
    isRefusedAt("dpop.jti", proofs.claiming(claims -> claims.remove("jti")));
    assertVerification(judge(dpop, arrival, "dpop-jti-reuse")).proves("alice");
  }

  @Test
  void aRefusedProofIsNotUsedUp() {
    String jti = "chosen";
    claimIsRefusedAt("dpop.nonce", c -> c.put("jti", jti).remove("nonce"));

    assertVerification(judge(dpop, proofs.claiming(c -> c.put("jti", jti)))).proves("alice");
  }

  @Test
  void anUnreadableTokenGetsNoFurtherByAProofUnlessTheServerFailsOpen() {
    String proof = proofs.proof(Proofs.KEY, "x", header -> {}, claims -> {});
    Arrival arrival = Proofs.with(get("/me"), "x", proof);

    isRefusedAt("jwt.well-formed", arrival);
    Verification open = judge(dpop, arrival, "fail-open");
    assertThat(open.principal()).isPresent();
  }
}
