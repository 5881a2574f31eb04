package dev.gatehouse.server.authn;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What the sender of a token has shown to have besides it, to compare with what the token is bound
 * to (RFC 7800).
 *
 * @param certificate that of the connection, whose key TLS has proved (RFC 8705 §3)
 * @param proof the proof of a key that came with the token, if it was sent as such a token (RFC
 *     9449 §7.1)
 */
record Possession(Optional<X509Certificate> certificate, Optional<DpopProof> proof) {
  static final Possession NONE = new Possession(Optional.empty(), Optional.empty());

  /** What came with a token that was sent as Bearer. */
  static Possession ofBearer(Arrival arrival) {
    return new Possession(arrival.certificate(), Optional.empty());
  }
}
