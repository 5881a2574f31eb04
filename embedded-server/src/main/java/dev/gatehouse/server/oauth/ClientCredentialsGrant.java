package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.authz.SpacedWords;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.List;
import java.util.Set;

/** A client asks in its own name (RFC 6749 §4.4): no person is concerned. */
final class ClientCredentialsGrant implements Grant<TokenRequest> {
  private final List<Check<TokenRequest>> checks =
      List.of(
          check(
                  "token.client-confidential",
                  "Has the client proved who it is?",
                  "RFC 6749 §4.4",
                  this::confidential)
              .because("Anybody can call in the name of a client without a secret.")
              .refusedWith(OAuthErrors.UNAUTHORIZED_CLIENT),
          check("token.scope", "May the client do that?", "RFC 6749 §3.3", this::scope)
              .refusedWith(OAuthErrors.INVALID_SCOPE));

  @Override
  public String grantType() {
    return GrantTypes.CLIENT_CREDENTIALS;
  }

  @Override
  public String type() {
    return "oauth-client-credentials";
  }

  @Override
  public TokenRequest attempt(TokenRequest request) {
    return request;
  }

  @Override
  public List<Check<TokenRequest>> checks() {
    return checks;
  }

  private Finding confidential(TokenRequest request) {
    boolean confidential = request.knownClient().isConfidential();
    return Finding.of(
        confidential, "a confidential client", confidential ? "it is one" : "a public client");
  }

  private Finding scope(TokenRequest request) {
    Set<String> allowed = allowed(request.knownClient());
    Set<String> beyond = Scopes.beyond(asked(request), allowed);
    return Finding.of(
        beyond.isEmpty(),
        "at most " + Scopes.text(allowed),
        beyond.isEmpty() ? Scopes.text(asked(request)) : "also " + Scopes.text(beyond));
  }

  @Override
  public Granted granted(TokenRequest request) {
    String id = request.knownClient().id();
    // No refresh token: the client can come again as it came now (RFC 6749 §4.4.3).
    return new Granted("", id, id, asked(request), null, null, false);
  }

  /** What it asks for; without a word about it, everything it may (RFC 6749 §3.3). */
  private static Set<String> asked(TokenRequest request) {
    return request
        .get("scope")
        .map(SpacedWords::in)
        .orElseGet(() -> allowed(request.knownClient()));
  }

  /** What tells about a person is not for a client. */
  private static Set<String> allowed(Client client) {
    Set<String> identity =
        Set.of(Scopes.OPENID, Scopes.PROFILE, Scopes.EMAIL, Scopes.OFFLINE_ACCESS);
    return Scopes.beyond(client.scopes(), identity);
  }
}
