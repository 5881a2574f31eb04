package dev.gatehouse.server.authn;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificate that a proxy says its client has shown: {@code Client-Cert: :Base64:} (RFC 9440
 * §2). Anybody can write such a line.
 */
final class ClientCertHeader {
  static final String NAME = "Client-Cert";

  /** A byte sequence (RFC 8941 §3.3.5). */
  private static final Pattern BYTES = Pattern.compile("\\s*:([A-Za-z0-9+/=]*):\\s*");

  private ClientCertHeader() {}

  /** The certificate in the value of the field; empty if it is none. */
  static Optional<X509Certificate> read(String value) {
    Matcher bytes = BYTES.matcher(value);
    if (!bytes.matches()) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(bytes.group(1));
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der)));
    } catch (IllegalArgumentException | CertificateException none) {
      return Optional.empty();
    }
  }
}
