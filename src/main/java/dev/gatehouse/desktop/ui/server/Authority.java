package dev.gatehouse.desktop.ui.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import okhttp3.tls.Certificates;

/** A certificate as text: for other programs to trust, and for people to compare. */
final class Authority {
  private Authority() {}

  /** The certificate in PEM (RFC 7468 §5), lines of 64 letters. */
  static String pem(X509Certificate certificate) {
    return Certificates.certificatePem(certificate);
  }

  /** The SHA-256 of the certificate, as browsers and OpenSSL show it: bytes with colons between. */
  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded(certificate));
      return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate in use can be encoded", impossible);
    }
  }
}
