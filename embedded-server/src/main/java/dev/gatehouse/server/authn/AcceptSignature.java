package dev.gatehouse.server.authn;

import dev.gatehouse.server.httpsignature.MessageSignature;
import dev.gatehouse.server.jose.Base64Url;
import dev.gatehouse.server.trace.Header;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** How a signature is asked for: the header {@code Accept-Signature} (RFC 9421 §5.1). */
final class AcceptSignature {
  private static final int NONCE_BYTES = 16;
  private static final String LABEL = "gatehouse";

  private final SecureRandom random = new SecureRandom();

  /** The header that asks for a signature over such a request. */
  Header of(Arrival arrival) {
    String components =
        SignatureCoverage.demanded(arrival).stream()
            .map(name -> "\"" + name + "\"")
            .collect(Collectors.joining(" ", "(", ")"));
    return new Header(
        MessageSignature.REQUEST_FIELD,
        LABEL + "=" + components + ";created;nonce=\"" + freshNonce() + "\"");
  }

  /** Callers may take it or make up one of their own: what counts is that it was not used. */
  private String freshNonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }
}
