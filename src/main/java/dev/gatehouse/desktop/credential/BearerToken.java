package dev.gatehouse.desktop.credential;

import dev.gatehouse.desktop.exchange.Draft;

/** Puts an access token on a request (RFC 6750 §2.1). */
final class BearerToken {
  private BearerToken() {}

  static Draft on(Draft draft, String token) {
    return draft.withHeader("Authorization", "Bearer " + token);
  }
}
