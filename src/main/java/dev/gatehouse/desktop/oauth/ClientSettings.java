package dev.gatehouse.desktop.oauth;

import dev.gatehouse.server.authz.SpacedWords;
import java.util.Set;

/**
 * What a client knows beforehand.
 *
 * @param issuer the authorization server, for example {@code http://127.0.0.1:8085}
 * @param clientId what it is registered as
 * @param secret its secret, the private JWK with which it signs, or the certificate that it shows
 *     and its key as PEM; empty if it has none
 * @param scope what it asks for, separated by spaces; empty for whatever it may have
 * @param bound whether its tokens are to be bound to a key that is made for the flow (RFC 9449)
 */
public record ClientSettings(
    String issuer, String clientId, String secret, String scope, boolean bound) {
  public ClientSettings {
    issuer = issuer.strip();
    clientId = clientId.strip();
    secret = secret.strip();
    scope = scope.strip();
  }

  /** A client whose tokens are good for whoever has them. */
  public ClientSettings(String issuer, String clientId, String secret, String scope) {
    this(issuer, clientId, secret, scope, false);
  }

  /** What its tokens have to call themselves (RFC 6749 §7.1). */
  String tokenType() {
    return bound ? "DPoP" : "Bearer";
  }

  /** What it asks for, one by one. */
  Set<String> scopes() {
    return SpacedWords.in(scope);
  }

  /** Whether it wants to be told who has logged in (OpenID Connect Core §3.1.2.1). */
  boolean wantsIdToken() {
    return scopes().contains("openid");
  }
}
