package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Finding;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What is asked of every certificate by which somebody calls, a person or a program (RFC 5280): who
 * has issued it, when it is valid, and what it is for.
 */
public final class CertificateFindings {
  /** TLS WWW client authentication (RFC 5280 §4.2.1.12). */
  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private CertificateFindings() {}

  /**
   * Whether it was issued by the authority that is trusted (RFC 5280 §6.1).
   *
   * @param chain the certificate and those that it came with; at least one
   */
  public static Finding chain(X509Certificate authority, List<X509Certificate> chain) {
    X509Certificate own = chain.get(0);
    boolean selfSigned = own.getIssuerX500Principal().equals(own.getSubjectX500Principal());
    boolean leads = CertificateChain.leadsTo(authority, chain);
    return Finding.of(
            leads,
            "issued by " + authority.getSubjectX500Principal(),
            leads
                ? "it is"
                : selfSigned
                    ? "signed with its own key"
                    : "issued by " + own.getIssuerX500Principal() + ", or not really")
        .with("certificates sent", Integer.toString(chain.size()));
  }

  /** Whether it is valid at this moment (RFC 5280 §4.1.2.5). */
  public static Finding validity(X509Certificate own, Instant now) {
    Instant from = own.getNotBefore().toInstant();
    Instant to = own.getNotAfter().toInstant();
    return Finding.of(
            !now.isBefore(from) && !now.isAfter(to),
            "a time of validity that has begun and not ended",
            "from " + from + " to " + to)
        .with("now", now.toString());
  }

  /**
   * Whether it is for proving who calls (RFC 5280 §4.2.1.12). One that does not say what it is for
   * may be used for anything.
   */
  public static Finding purpose(X509Certificate own) {
    String expected = "client authentication, if it says what it is for";
    try {
      List<String> purposes = own.getExtendedKeyUsage();
      if (purposes == null) {
        return Finding.passed(expected, "it does not say");
      }
      boolean fits = purposes.contains(CLIENT_AUTHENTICATION) || purposes.contains(ANY_PURPOSE);
      return Finding.of(fits, expected, fits ? "it is" : "for something else")
          .with("extKeyUsage", String.join(", ", purposes));
    } catch (CertificateParsingException unreadable) {
      return Finding.failed(expected, "it cannot be read");
    }
  }

  /** Whom it names (RFC 5280 §4.2.1.6); its common name only if it has no other. */
  public static List<String> names(X509Certificate own) {
    return MtlsAttempt.names(own);
  }
}
