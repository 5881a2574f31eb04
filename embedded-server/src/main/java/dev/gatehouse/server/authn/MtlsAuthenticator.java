package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.google.auto.service.AutoService;
import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Claimant;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of people (mutual TLS, RFC 8446 §4.4.2, as RFC 8705 §2.1 has it for clients): in the
 * handshake the caller shows a certificate and signs with its key. That signature TLS itself has
 * verified; whose certificate it is and whether to believe it, these checks ask. The connection
 * therefore lets any certificate in, so that a wrong one is refused here, where the trace shows it.
 */
public final class MtlsAuthenticator implements Authenticator<MtlsAttempt> {
  private static final Weakness TRUST_CERT_HEADER =
      new Weakness(
          "trust-cert-header", "takes a certificate out of a header, whoever has written that");
  private static final Weakness TRUST_ANY_CERTIFICATE =
      new Weakness("trust-any-certificate", "believes a certificate whoever has issued it");

  private final List<Check<MtlsAttempt>> checks =
      List.of(
          check(
              "mtls.well-formed",
              "Can its certificate be read?",
              "RFC 5280 §4.1",
              this::wellFormed),
          check("mtls.source", "Did the connection prove its key?", "RFC 9440 §4", this::source)
              .because(
                  "A certificate is no secret. Only who has its key can make a connection with it, but anybody can copy it"
                      + " into a header.")
              .removedBy(TRUST_CERT_HEADER),
          check("mtls.chain", "Was it issued by whom we trust?", "RFC 5280 §6.1", this::chain)
              .because("Anybody can make a certificate that says anything, and sign it themselves.")
              .removedBy(TRUST_ANY_CERTIFICATE),
          check("mtls.validity", "Is it valid now?", "RFC 5280 §4.1.2.5", this::validity)
              .because("A key that was lost must not be of use for ever."),
          check("mtls.purpose", "Is it for proving who calls?", "RFC 5280 §4.2.1.12", this::purpose)
              .because(
                  "A certificate of a web site does not say who the people are that have its key."),
          check(
              "mtls.person", "Does it name somebody of ours?", "RFC 5280 §4.2.1.6", this::person));

  private final Identity identity;
  private final Supplier<X509Certificate> authority;
  private final Clock clock;

  /**
   * An authenticator.
   *
   * @param authority who issues certificates of people; asked for when one is to be judged
   */
  MtlsAuthenticator(Identity identity, Supplier<X509Certificate> authority, Clock clock) {
    this.identity = identity;
    this.authority = authority;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "mtls";
  }

  /** None: certificates are asked for in the handshake. */
  @Override
  public @Nullable String scheme() {
    return null;
  }

  /**
   * A token on a connection with a certificate is one credential, not two: the token says who
   * calls, and may be bound to the certificate (RFC 8705 §3).
   */
  @Override
  public boolean givesWay() {
    return true;
  }

  @Override
  public List<Presented> find(Arrival arrival) {
    Optional<String> claimed = arrival.value(ClientCertHeader.NAME);
    if (claimed.isPresent()) {
      return List.of(new Presented(Location.OTHER_HEADER, -1, claimed.get()));
    }
    return arrival
        .certificate()
        .map(own -> List.of(new Presented(Location.CONNECTION, -1, text(own))))
        .orElseGet(List::of);
  }

  private static String text(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException unusable) {
      return "";
    }
  }

  @Override
  public MtlsAttempt attempt(Arrival arrival, Presented presented) {
    return MtlsAttempt.read(arrival, identity);
  }

  @Override
  public List<Check<MtlsAttempt>> checks() {
    return checks;
  }

  private Finding wellFormed(MtlsAttempt attempt) {
    String expected = "a certificate (X.509)";
    if (attempt.chain().isEmpty()) {
      return Finding.failed(expected, "something else, in " + ClientCertHeader.NAME);
    }
    X509Certificate own = attempt.certificate();
    return Finding.passed(expected, "it is one")
        .with("subject", own.getSubjectX500Principal().toString())
        .with("issuer", own.getIssuerX500Principal().toString())
        .with("serial number", own.getSerialNumber().toString(16))
        .with("SHA-256", Confirmation.sha256(own));
  }

  /** No proxy is trusted here, so there is nobody to take such a header from. */
  private Finding source(MtlsAttempt attempt) {
    return Finding.of(
        !attempt.isClaimed(),
        "the certificate of the connection itself",
        attempt.isClaimed() ? "one in the header " + ClientCertHeader.NAME : "it is");
  }

  private Finding chain(MtlsAttempt attempt) {
    return CertificateFindings.chain(authority.get(), attempt.chain());
  }

  private Finding validity(MtlsAttempt attempt) {
    return CertificateFindings.validity(attempt.certificate(), clock.instant());
  }

  private Finding purpose(MtlsAttempt attempt) {
    return CertificateFindings.purpose(attempt.certificate());
  }

  private Finding person(MtlsAttempt attempt) {
    String expected = "a person of this server in subjectAltName, or else in the common name";
    List<String> names = MtlsAttempt.names(attempt.certificate());
    return attempt
        .person()
        .get()
        .map(person -> Finding.passed(expected, person.id()))
        .orElseGet(() -> Finding.failed(expected, "nobody of ours"))
        .with("names", JwtHeaderChecks.shortened(String.join(", ", names)));
  }

  @Override
  public boolean isReadable(MtlsAttempt attempt) {
    return !attempt.chain().isEmpty();
  }

  @Override
  public Claimant identify(MtlsAttempt attempt) {
    return attempt.person().orElseThrow().claimant();
  }

  /** None: a certificate cannot be asked for once the connection is there. */
  @Override
  public Optional<Challenge> challenge(@Nullable CheckResult failure) {
    return Optional.empty();
  }

  /** How the gate finds this scheme. */
  @AutoService(AuthenticatorFactory.class)
  public static final class Factory implements AuthenticatorFactory {
    @Override
    public int rank() {
      return 64;
    }

    @Override
    public Authenticator<?> create(GateServices services) {
      return new MtlsAuthenticator(
          services.identity(), services.certificates()::authority, services.clock());
    }
  }
}
