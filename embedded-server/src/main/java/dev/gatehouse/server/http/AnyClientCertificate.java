package dev.gatehouse.server.http;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Lets every client in whose handshake is right, <b>whatever its certificate says and whoever has
 * issued it</b>. TLS still proves that the client has the key of its certificate (RFC 8446 §4.4.3).
 * Whether the certificate is to be believed is asked later, by the gate: {@code mtls.chain} and the
 * checks after it. A stranger's certificate would else end the connection without a word of why,
 * and there would be nothing to show. Never use this where no such checks follow.
 */
final class AnyClientCertificate extends X509ExtendedTrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {}

  @Override
  public void checkClientTrusted(
      X509Certificate[] chain, String type, @Nullable SSLEngine engine) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("it is not for clients");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket) {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine) {
    checkServerTrusted(chain, type);
  }

  /** None is named, so that a client may show any that it has. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
