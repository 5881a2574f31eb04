package dev.gatehouse.server.oauth;

import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.trace.Check;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * Tokens that are bound to the certificate that the client has shown on the connection, if it has
 * (RFC 8705 §3). Whoever has issued the certificate: that the client has its key is all that
 * matters here (§2.2).
 */
final class CertificateBinding implements TokenBinding {
  @Override
  public List<Check<TokenRequest>> checks() {
    return List.of();
  }

  @Override
  public Map<String, Object> confirmation(TokenRequest request) {
    return request
        .arrival()
        .certificate()
        .map(shown -> Map.<String, Object>of("x5t#S256", sha256(shown)))
        .orElse(Map.of());
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return PublicJwk.sha256(certificate.getEncoded());
    } catch (CertificateEncodingException unusable) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", unusable);
    }
  }
}
