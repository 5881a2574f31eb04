package dev.gatehouse.desktop.exchange;

import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate with its private key, to be shown in the TLS handshake of one request (RFC 8446
 * §4.4.2).
 */
public record ClientCertificate(HeldCertificate held) {
  /**
   * Reads a certificate and its key.
   *
   * @param certificate as PEM (RFC 7468 §5)
   * @param key as PEM (RFC 7468 §10)
   * @throws IllegalArgumentException if they are not that
   */
  public static ClientCertificate read(String certificate, String key) {
    return new ClientCertificate(HeldCertificate.decode(certificate.strip() + "\n" + key.strip()));
  }

  /** A new one, good for a day, that nobody but itself has signed, in this name. */
  public static ClientCertificate selfSigned(String name) {
    return new ClientCertificate(
        new HeldCertificate.Builder()
            .commonName(name)
            .addSubjectAlternativeName(name)
            .duration(1, TimeUnit.DAYS)
            .build());
  }

  /** Whom it names, for example {@code CN=alice} (RFC 4514). */
  public String subject() {
    return held.certificate().getSubjectX500Principal().toString();
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "certificate of " + subject();
  }
}
