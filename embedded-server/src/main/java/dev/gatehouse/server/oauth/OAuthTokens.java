package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Secrets;
import dev.gatehouse.server.jose.TokenIssuer;
import java.util.HashMap;
import java.util.Map;

/** Makes the tokens of what was granted, and the answer that carries them (RFC 6749 §5.1). */
final class OAuthTokens {
  private static final int JTI_LENGTH = 24;

  private final TokenIssuer issuer;
  private final Tickets tickets;
  private final Authorizations authorizations;
  private final IdTokens idTokens;

  OAuthTokens(
      TokenIssuer issuer, Tickets tickets, Authorizations authorizations, Identity identity) {
    this.issuer = issuer;
    this.tickets = tickets;
    this.authorizations = authorizations;
    this.idTokens = new IdTokens(issuer, identity);
  }

  /**
   * Everything that goes with this grant.
   *
   * @param refreshed what the refresh token stands for, if there is one
   * @param confirmation the claim {@code cnf} (RFC 7800 §3.1) of a token that is bound to a key;
   *     empty if whoever bears it may use it
   * @param more what else the access token says
   */
  ObjectNode answer(
      Granted granted,
      Granted refreshed,
      Map<String, Object> confirmation,
      Map<String, Object> more) {
    String accessToken = accessToken(granted, confirmation, more);
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("access_token", accessToken)
            .put("token_type", confirmation.containsKey("jkt") ? "DPoP" : "Bearer")
            .put("expires_in", TokenIssuer.LIFETIME.toSeconds())
            .put("scope", Scopes.text(granted.scopes()));
    if (granted.refreshable()) {
      String refreshToken =
          tickets.issue(Authorizations.REFRESH_TOKENS, granted.id(), refreshed.withoutNonce());
      answer.put("refresh_token", refreshToken);
    }
    if (granted.authTime() != null && granted.scopes().contains(Scopes.OPENID)) {
      answer.put("id_token", idTokens.idToken(granted, accessToken));
    }
    return answer;
  }

  /** An access token (RFC 9068 §2.2). */
  private String accessToken(
      Granted granted, Map<String, Object> confirmation, Map<String, Object> more) {
    String jti = Secrets.lettersAndDigits(JTI_LENGTH);
    Map<String, Object> claims = new HashMap<>(more);
    claims.putAll(LoginLevel.claims(granted.methods()));
    claims.put("client_id", granted.clientId());
    claims.put("jti", jti);
    if (granted.authTime() != null) {
      claims.put("auth_time", granted.authTime());
    }
    if (!confirmation.isEmpty()) {
      claims.put("cnf", confirmation);
    }
    authorizations.issued(granted.id(), jti);
    return issuer.issue(granted.subject(), granted.scopes(), claims);
  }
}
