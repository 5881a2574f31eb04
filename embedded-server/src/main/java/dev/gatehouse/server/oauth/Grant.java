package dev.gatehouse.server.oauth;

import dev.gatehouse.server.trace.Check;
import java.util.List;
import java.util.Map;

/**
 * Something that a client comes for tokens with (RFC 6749 §1.3).
 *
 * @param <A> what its checks examine
 */
interface Grant<A> {
  /** Its name in requests, for example {@code authorization_code}. */
  String grantType();

  /** Its name in exchange records, for example {@code oauth-code}. */
  String type();

  /** What the checks will examine. Must not throw: what is missing is for a check to refuse. */
  A attempt(TokenRequest request);

  /** The ordered checks, asked once the client has proved who it is. */
  List<Check<A>> checks();

  /** What is granted. Called only after no check has failed. */
  Granted granted(A attempt);

  /**
   * Claims of its access token that no other has, for example {@code act} (RFC 8693 §4.1). Called
   * only after no check has failed.
   */
  default Map<String, Object> claims(A attempt) {
    return Map.of();
  }

  /**
   * What the refresh token stands for, if there is one: never less than the one before it (RFC 6749
   * §6).
   */
  default Granted refreshed(A attempt) {
    return granted(attempt);
  }
}
