package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authn.CertificateFindings;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Certificates by which clients prove who they are: {@code tls_client_auth} (RFC 8705 §2.1). That
 * the client has the key TLS has verified; who has issued the certificate, and to whom, is asked
 * here.
 */
final class ClientCertificates {
  private final Supplier<X509Certificate> authority;
  private final Clock clock;

  /**
   * Certificates of clients.
   *
   * @param authority who issues them; asked for when one is to be judged
   */
  ClientCertificates(Supplier<X509Certificate> authority, Clock clock) {
    this.authority = authority;
    this.clock = clock;
  }

  /** What is asked of a certificate before the name in it is believed. */
  List<Check<ClientAttempt>> checks() {
    return List.of(
        check(
                "client.certificate-chain",
                "Was its certificate issued by whom we trust?",
                "RFC 8705 §2.1",
                this::chain)
            .because(
                "Anybody can make a certificate that names any client, and sign it themselves.")
            .refusedWith(OAuthErrors.INVALID_CLIENT),
        check(
                "client.certificate-validity",
                "Is its certificate valid now?",
                "RFC 5280 §4.1.2.5",
                this::validity)
            .because("A key that was lost must not be of use for ever.")
            .refusedWith(OAuthErrors.INVALID_CLIENT),
        check(
                "client.certificate-purpose",
                "Is its certificate for proving who calls?",
                "RFC 5280 §4.2.1.12",
                this::purpose)
            .because("The certificate of a web site does not say which programs have its key.")
            .refusedWith(OAuthErrors.INVALID_CLIENT));
  }

  private Finding chain(ClientAttempt attempt) {
    return isShown(attempt)
        ? CertificateFindings.chain(authority.get(), attempt.certificates())
        : none();
  }

  private Finding validity(ClientAttempt attempt) {
    return isShown(attempt)
        ? CertificateFindings.validity(attempt.certificates().get(0), clock.instant())
        : none();
  }

  private Finding purpose(ClientAttempt attempt) {
    return isShown(attempt) ? CertificateFindings.purpose(attempt.certificates().get(0)) : none();
  }

  /** Whether it names the client as that is registered (RFC 8705 §2.1.2). */
  static Finding name(Client client, X509Certificate own) {
    @Nullable String registered = client.certificateName();
    List<String> names = CertificateFindings.names(own);
    return Finding.of(
            registered != null && names.contains(registered),
            "a certificate that names " + registered,
            names.isEmpty() ? "it names nobody" : "it names " + String.join(", ", names))
        .with("tls_client_auth_san_dns", String.valueOf(registered))
        .with("subject", own.getSubjectX500Principal().toString());
  }

  private static boolean isShown(ClientAttempt attempt) {
    return attempt.method() == ClientMethod.TLS;
  }

  private static Finding none() {
    return Finding.passed("a certificate, if that is its way", "its way is another");
  }
}
