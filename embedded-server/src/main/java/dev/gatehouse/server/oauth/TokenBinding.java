package dev.gatehouse.server.oauth;

import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Map;

/**
 * Binds the tokens of a request to a key that its client has shown to have, so that a thief cannot
 * use them: by a proof (RFC 9449 §5) or by the certificate of the connection (RFC 8705 §3).
 */
interface TokenBinding {
  /** What is asked of every request for tokens; passed by one that wants no such thing. */
  List<Check<TokenRequest>> checks();

  /**
   * The members of the claim {@code cnf} (RFC 7800 §3.1), for example {@code jkt}; empty if the
   * request wants no such thing. Called only after no check has failed.
   */
  Map<String, Object> confirmation(TokenRequest request);

  /** What any answer to the request says besides. */
  default List<Header> headers(TokenRequest request) {
    return List.of();
  }
}
