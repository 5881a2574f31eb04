package dev.gatehouse.desktop.oauth;

import java.util.Map;
import java.util.Optional;

/** A new access token for a refresh token (RFC 6749 §6). */
final class Refresh {
  private Refresh() {}

  /**
   * Exchanges what was given before.
   *
   * @throws FlowException if there was no refresh token, or it is good for nothing
   */
  static TokenAnswer of(OAuthClient client, TokenAnswer before)
      throws FlowException, InterruptedException {
    String token = before.text("refresh_token");
    if (token.isEmpty()) {
      throw new FlowException("There is no refresh token to renew the access token with.");
    }
    TokenAnswer renewed =
        client.tokens(
            "renew the token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    client.examineTokens(renewed, Optional.empty());
    return renewed;
  }
}
