package dev.gatehouse.server;

import dev.gatehouse.server.identity.DemoCertificates;
import dev.gatehouse.server.jose.PublicJwk;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the demo people's certificates are found as files, written when they are asked for. */
final class CertificateFiles {
  private final DemoCertificates certificates;
  private final PemFiles files;
  private final Map<String, String> paths = new ConcurrentHashMap<>();

  CertificateFiles(DemoCertificates certificates, PemFiles files) {
    this.certificates = certificates;
    this.files = files;
  }

  /** The path of this person's certificate as PEM (RFC 7468 §5). */
  String certificate(String personId) {
    return paths.computeIfAbsent(
        personId + ".pem", name -> files.write(name, certificates.of(personId).certificatePem()));
  }

  /** The path of its private key as PEM (RFC 7468 §10). */
  String key(String personId) {
    return paths.computeIfAbsent(
        personId + ".key",
        name -> files.write(name, certificates.of(personId).privateKeyPkcs8Pem()));
  }

  /** The SHA-256 of this person's certificate, in base64url (RFC 8705 §3.1). */
  String sha256(String personId) {
    try {
      return PublicJwk.sha256(certificates.of(personId).certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it was encoded when it was made", e);
    }
  }
}
