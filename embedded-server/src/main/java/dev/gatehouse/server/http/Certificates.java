package dev.gatehouse.server.http;

import dev.gatehouse.server.authn.OwnHosts;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import kotlin.Lazy;
import kotlin.LazyKt;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * The server's certificate and the authority that signed it, both made for this run and known to
 * nobody who does not fetch the authority's certificate. They are made when somebody connects or
 * asks for them, or else in the background after a moment: a start does not wait for keys.
 */
final class Certificates {
  private static final int DAYS = 365;

  /** When whatever starts this server should be done with starting. */
  private static final int MADE_AFTER_SECONDS = 5;

  private record Made(X509Certificate authority, HandshakeCertificates own) {}

  private final Lazy<Made> made;

  /** Certificates for this machine's own names and this host. */
  Certificates(String host) {
    this.made = LazyKt.lazy(() -> make(host));
    CompletableFuture.delayedExecutor(MADE_AFTER_SECONDS, TimeUnit.SECONDS).execute(made::getValue);
  }

  /** The certificate authority (RFC 5280). */
  X509Certificate authority() {
    return made.getValue().authority();
  }

  /** What TLS connections are made with. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new LazyKeyManager(() -> made.getValue().own().keyManager())},
          new TrustManager[] {new AnyClientCertificate()},
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform speaks TLS", e);
    }
  }

  private static Made make(String host) {
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
            .addSubjectAlternativeName(OwnHosts.NETWORK_NAME)
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("::1")
            .duration(DAYS, TimeUnit.DAYS)
            .signedBy(authority);
    if (!host.equals("localhost") && !host.equals("127.0.0.1") && !host.equals("::1")) {
      server.addSubjectAlternativeName(host);
    }
    return new Made(
        authority.certificate(),
        new HandshakeCertificates.Builder()
            .heldCertificate(server.build(), authority.certificate())
            .build());
  }
}
