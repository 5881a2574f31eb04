package dev.gatehouse.server.authn;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Whether a certificate was issued by an authority, by way of others perhaps (RFC 5280 §6.1). */
final class CertificateChain {
  /** More are not looked at: verifying costs time. */
  static final int LONGEST = 6;

  private CertificateChain() {}

  /**
   * Whether the first of these was issued by the authority. Whether it is valid now is not asked:
   * it is judged as of a day on which it was.
   *
   * @param chain the certificate, then each one's issuer; that of the authority may be left out
   */
  static boolean leadsTo(X509Certificate authority, List<X509Certificate> chain) {
    if (chain.isEmpty() || chain.size() > LONGEST) {
      return false;
    }
    X509Certificate own = chain.get(0);
    List<X509Certificate> path = new ArrayList<>(chain);
    path.removeIf(each -> each.equals(authority));
    if (path.isEmpty()) {
      return false;
    }
    try {
      CertPath certificates = CertificateFactory.getInstance("X.509").generateCertPath(path);
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      // There is no list of revoked ones: those of the demo people end with this run.
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(own.getNotBefore().toInstant()));
      CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
      return true;
    } catch (GeneralSecurityException untrusted) {
      return false;
    }
  }
}
