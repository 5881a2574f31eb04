package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.Arrivals.get;
import static dev.gatehouse.server.authn.Arrivals.judge;
import static dev.gatehouse.server.authn.VerificationAssert.assertVerification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.identity.DemoCertificates;
import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MtlsAuthenticatorTest {
  private final DemoCertificates certificates = new DemoCertificates(DemoIdentity.clock());
  private final MtlsAuthenticator mtls = trusting(certificates.authority());

  @BeforeEach
  void restart() {
    DemoIdentity.restart();
  }

  private static MtlsAuthenticator trusting(X509Certificate authority) {
    return new MtlsAuthenticator(DemoIdentity.identity(), () -> authority, DemoIdentity.clock());
  }

  private X509Certificate own(String person) {
    return certificates.of(person).certificate();
  }

  private static X509Certificate selfSigned(String name) {
    long now = DemoIdentity.clock().instant().toEpochMilli();
    return new HeldCertificate.Builder()
        .commonName(name)
        .addSubjectAlternativeName(name)
        .validityInterval(now - 1000, now + 86_400_000)
        .build()
        .certificate();
  }

  private static Arrival on(X509Certificate... shown) {
    return with(get("/me"), shown);
  }

  private static Arrival with(Arrival arrival, X509Certificate... shown) {
    return new Arrival(
        arrival.method(),
        arrival.target(),
        arrival.headers(),
        arrival.body(),
        true,
        arrival.remoteAddress(),
        List.of(shown));
  }

  private static Arrival claiming(X509Certificate certificate) throws CertificateEncodingException {
    String text = Base64.getEncoder().encodeToString(certificate.getEncoded());
    return get("/me", "Client-Cert", ":" + text + ":");
  }

  /**
   * Made by OpenSSL 3.0: an authority, one below it, and by that one a client's of alice without
   * subjectAltName, a web site's of alice, and a client's of bob whose common name is nobody.
   */
  private static List<X509Certificate> byOpenSsl() throws IOException, CertificateException {
    try (InputStream pem = MtlsAuthenticatorTest.class.getResourceAsStream("certificates.pem")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(Objects.requireNonNull(pem))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  private void isRefusedAt(String check, Arrival arrival) {
    assertVerification(judge(mtls, arrival)).isRefusedAt(check);
  }

  @Test
  void aCertificateOfOurAuthorityProvesThePerson() {
    assertVerification(judge(mtls, on(own("alice")))).proves("alice");
    assertVerification(judge(mtls, on(own("bob"), certificates.authority()))).proves("bob");
  }

  @Test
  void theChecksGoFromTheConnectionToThePerson() {
    assertThat(mtls.checks())
        .extracting(Check::id)
        .containsExactly(
            "mtls.well-formed",
            "mtls.source",
            "mtls.chain",
            "mtls.validity",
            "mtls.purpose",
            "mtls.person");
    assertThat(mtls.checks()).extracting(Check::question).allMatch(q -> q.length() <= 50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice", "::", ":AAAA:", ":not base64:", "AAAA"})
  void aHeaderThatHoldsNoCertificateIsRefusedAtTheWellFormedCheck(String value) {
    isRefusedAt("mtls.well-formed", get("/me", "Client-Cert", value));
  }

  @Test
  void aCertificateInAHeaderIsRefusedAtTheSourceCheckWhosesoeverItIs() throws Exception {
    Arrival claim = claiming(own("alice"));

    isRefusedAt("mtls.source", claim);
    isRefusedAt("mtls.source", with(claim, own("alice")));
    assertVerification(judge(mtls, claim, "trust-cert-header")).proves("alice");
    Verification forged = judge(mtls, claiming(selfSigned("alice")), "trust-cert-header");
    assertThat(forged.failure()).map(CheckResult::id).contains("mtls.chain");
  }

  @Test
  void aCertificateOfSomebodyElsesAuthorityIsRefusedAtTheChainCheck() {
    DemoCertificates others = new DemoCertificates(DemoIdentity.clock());
    X509Certificate theirs = others.of("alice").certificate();

    isRefusedAt("mtls.chain", on(selfSigned("alice")));
    isRefusedAt("mtls.chain", on(theirs, others.authority()));
    isRefusedAt("mtls.chain", on(theirs, certificates.authority()));
    isRefusedAt("mtls.chain", on(selfSigned("alice"), own("alice"), certificates.authority()));
    assertVerification(judge(mtls, on(selfSigned("alice")), "trust-any-certificate"))
        .proves("alice");
  }

  @Test
  void aCertificateThatHasEndedOrNotBegunIsRefusedAtTheValidityCheck() {
    Arrival arrival = on(own("alice"));
    DemoIdentity.clock().advance(Duration.ofDays(31));
    isRefusedAt("mtls.validity", arrival);

    DemoIdentity.clock().advance(Duration.ofDays(-40));
    isRefusedAt("mtls.validity", arrival);
  }

  @Test
  void oneThatNamesNobodyOfOursIsRefusedAtThePersonCheck() {
    isRefusedAt("mtls.person", on(own("mallory")));
  }

  @Test
  void whatOpenSslHasIssuedIsJudgedByPurposeAndNames() throws Exception {
    List<X509Certificate> all = byOpenSsl();
    MtlsAuthenticator other = trusting(all.get(0));
    X509Certificate issuer = all.get(1);

    assertVerification(judge(other, on(all.get(2), issuer))).proves("alice");
    assertVerification(judge(other, on(all.get(2)))).isRefusedAt("mtls.chain");
    assertVerification(judge(other, on(all.get(3), issuer))).isRefusedAt("mtls.purpose");
    assertVerification(judge(other, on(all.get(4), issuer))).proves("bob");
  }

  @Test
  void withoutACertificateThereIsNothingToJudge() {
    assertThat(mtls.find(get("/me"))).isEmpty();
  }
}
