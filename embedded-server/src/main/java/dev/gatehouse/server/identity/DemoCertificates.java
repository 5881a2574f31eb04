package dev.gatehouse.server.identity;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kotlin.Lazy;
import kotlin.LazyKt;
import okhttp3.tls.HeldCertificate;

/**
 * The authority that says by certificate who the demo people are, and the certificates that it has
 * given them (RFC 5280). It is another one than that of the server's own certificate. All of them
 * are made when they are first asked for, and known to this run only. Safe for use by many threads.
 */
public final class DemoCertificates {
  private static final Duration LASTING = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Clock clock;
  private final Lazy<HeldCertificate> authority = LazyKt.lazy(this::makeAuthority);
  private final Map<String, HeldCertificate> people = new ConcurrentHashMap<>();

  /** Certificates that are valid from now on, by this clock. */
  public DemoCertificates(Clock clock) {
    this.clock = clock;
  }

  /** The certificate of the authority, which a server trusts. */
  public X509Certificate authority() {
    return authority.getValue().certificate();
  }

  /** This person's certificate with its private key. */
  public HeldCertificate of(String personId) {
    return people.computeIfAbsent(
        personId, id -> issue(new HeldCertificate.Builder().commonName(id), id));
  }

  /**
   * Signs a certificate that is good for thirty days.
   *
   * @param name whom it names in its extension subjectAltName (RFC 5280 §4.2.1.6)
   */
  HeldCertificate issue(HeldCertificate.Builder unsigned, String name) {
    return lasting(unsigned).addSubjectAlternativeName(name).signedBy(authority.getValue()).build();
  }

  private HeldCertificate makeAuthority() {
    return lasting(new HeldCertificate.Builder())
        .certificateAuthority(0)
        .commonName("Gatehouse people")
        .organizationalUnit("Made for this run only")
        .build();
  }

  private HeldCertificate.Builder lasting(HeldCertificate.Builder unsigned) {
    Instant now = clock.instant();
    return unsigned.validityInterval(
        now.minus(CLOCKS_DIFFER).toEpochMilli(), now.plus(LASTING).toEpochMilli());
  }
}
