package dev.gatehouse.server.http;

import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The server's certificate and the authority that signed it, both made at start and known to nobody
 * who does not fetch the authority's certificate.
 *
 * @param authority the certificate authority (RFC 5280)
 * @param context what TLS connections are made with
 */
record Certificates(X509Certificate authority, SSLContext context) {
  private static final int DAYS = 365;

  /** Certificates for this machine's own names and this host. */
  static Certificates make(String host) {
    HeldCertificate authority =
        new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Gatehouse local authority")
            .organizationalUnit("Made at start, for this run only")
            .duration(DAYS, TimeUnit.DAYS)
            .build();
    HeldCertificate.Builder server =
        new HeldCertificate.Builder()
            .commonName("Gatehouse Calendar API")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("::1")
            .duration(DAYS, TimeUnit.DAYS)
            .signedBy(authority);
    if (!host.equals("localhost") && !host.equals("127.0.0.1") && !host.equals("::1")) {
      server.addSubjectAlternativeName(host);
    }
    SSLContext context =
        new HandshakeCertificates.Builder()
            .heldCertificate(server.build(), authority.certificate())
            .build()
            .sslContext();
    return new Certificates(authority.certificate(), context);
  }
}
