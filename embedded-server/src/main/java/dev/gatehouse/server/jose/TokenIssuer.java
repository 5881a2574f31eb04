package dev.gatehouse.server.jose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The server's own keys and the tokens it issues. */
@SuppressWarnings("DoNotCallSuggester")
public final class TokenIssuer {
  /** The audience (RFC 7519 §4.1.3) that tokens for this API carry. */
  public static final String AUDIENCE = "calendar-api";

  private TokenIssuer() {}

  /**
   * An issuer with keys made just now.
   *
   * @param issuer its name, the claim {@code iss}: the address of the server
   * @param clock by which tokens are dated
   */
  public static TokenIssuer create(String issuer, Clock clock) {
    throw new UnsupportedOperationException();
  }

  /** Its name, the claim {@code iss} (RFC 7519 §4.1.1). */
  public String issuer() {
    throw new UnsupportedOperationException();
  }

  /** Its public keys, as published at {@code /.well-known/jwks.json} (RFC 7517 §5). */
  public ObjectNode jwks() {
    throw new UnsupportedOperationException();
  }

  /**
   * Issues an access token (RFC 9068) signed with the default key.
   *
   * @param subject the person's identifier
   * @param scopes what it allows
   * @param overrides claims that differ; a null value takes a claim out
   */
  public String issue(String subject, Set<String> scopes, Map<String, Object> overrides) {
    throw new UnsupportedOperationException();
  }

  /**
   * Signs any header and payload, given as JSON text, with the private key that the header's {@code
   * kid} names, or else the first of its {@code alg}, or else the default key.
   *
   * @return the compact token (RFC 7515 §7.1)
   * @throws IllegalArgumentException if the header is not a JSON object
   */
  public String sign(String header, String payload) {
    throw new UnsupportedOperationException();
  }
}
