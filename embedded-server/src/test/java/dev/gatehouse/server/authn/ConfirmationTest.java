package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;

import dev.gatehouse.server.identity.DemoIdentity;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are bound to something, sent as Bearer. */
final class ConfirmationTest {
  private static final X509Certificate OWN = certificate();
  private static final X509Certificate OTHER = certificate();

  private final JwtAuthenticator jwt = DemoTokens.authenticator();

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static X509Certificate certificate() {
    return new HeldCertificate.Builder().commonName("alice").build().certificate();
  }

  private static String bound(String member, Object value) {
    return DemoTokens.withClaim("cnf", Map.of(member, value));
  }

  private static Arrival on(List<X509Certificate> connection, String token) {
    Arrival arrival = DemoTokens.bearer(token);
    return new Arrival(
        arrival.method(),
        arrival.target(),
        arrival.headers(),
        arrival.body(),
        true,
        arrival.remoteAddress(),
        connection);
  }

  private void isRefused(Arrival arrival) {
    assertVerification(judge(jwt, arrival)).isRefusedAt("jwt.cnf");
  }

  @Test
  void aTokenThatIsBoundToNothingIsGoodOnAnyConnection() {
    assertVerification(judge(jwt, on(List.of(OTHER), DemoTokens.of("alice")))).proves("alice");
  }

  @Test
  void aTokenThatIsBoundToACertificateIsGoodOnItsConnectionAlone() {
    String token = bound("x5t#S256", Confirmation.sha256(OWN));

    assertVerification(judge(jwt, on(List.of(OWN), token))).proves("alice");
    isRefused(on(List.of(OTHER, OWN), token));
    isRefused(on(List.of(), token));
  }

  @Test
  void eachWeaknessTakesAwayOneKindOfComparison() {
    String token = bound("x5t#S256", Confirmation.sha256(OWN));
    Arrival stolen = on(List.of(OTHER), token);
    Arrival bare = on(List.of(), token);
    Arrival proofless = on(List.of(), bound("jkt", Proofs.KEY.thumbprint()));

    assertVerification(judge(jwt, stolen, "ignore-cnf")).proves("alice");
    assertVerification(judge(jwt, bare, "bearer-unbound")).proves("alice");
    assertVerification(judge(jwt, proofless, "bound-token-as-bearer")).proves("alice");
    assertVerification(judge(jwt, bare, "ignore-cnf", "bound-token-as-bearer"))
        .isRefusedAt("jwt.cnf");
    assertVerification(judge(jwt, stolen, "bearer-unbound", "bound-token-as-bearer"))
        .isRefusedAt("jwt.cnf");
    assertVerification(judge(jwt, proofless, "ignore-cnf", "bearer-unbound"))
        .isRefusedAt("jwt.cnf");
  }

  @Test
  void aTokenThatIsBoundToAKeyIsRefusedWithoutAProof() {
    isRefused(on(List.of(OWN), bound("jkt", Proofs.KEY.thumbprint())));
  }

  @Test
  void whatItIsBoundToMustBeUnderstood() {
    isRefused(on(List.of(OWN), bound("kid", "somewhere")));
    isRefused(on(List.of(OWN), bound("x5t#S256", 1)));
    isRefused(on(List.of(OWN), DemoTokens.withClaim("cnf", Map.of())));
    isRefused(on(List.of(OWN), DemoTokens.withClaim("cnf", "me")));
  }
}
