package dev.gatehouse.server.brought;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JoseException;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.PublicJwk;
import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;

/** The key of the certificate that stands in a token, whoever has signed that. */
final class CertifiedKey {
  private CertifiedKey() {}

  /** RFC 7515 §4.1.6: the first is the signer's, in plain Base64. */
  static List<Jwk> of(CompactJws token) throws JoseException {
    try {
      byte[] encoded = Base64.getDecoder().decode(token.header().path("x5c").path(0).asText());
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
      return List.of(Jwk.read(PublicJwk.of(certificate.getPublicKey())));
    } catch (CertificateException | IllegalArgumentException unusable) {
      throw new JoseException("x5c holds no certificate of a key that is known here");
    }
  }
}
