package dev.gatehouse.server.oauth;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.identity.StoredCredential;
import dev.gatehouse.server.jose.TokenIssuer;
import dev.gatehouse.server.oauth.Tickets.Ticket;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import java.util.List;

/** {@code POST /oauth/introspect} (RFC 7662): an API asks what a token is worth. */
final class IntrospectionEndpoint extends ClientEndpoint<TokenRequest> {
  static final String PATH = "/oauth/introspect";

  private final KnownTokens tokens;
  private final String issuer;
  private final List<Check<TokenRequest>> checks =
      List.of(
          check(
                  "introspect.client",
                  "Has the client proved who it is?",
                  "RFC 7662 §2.1",
                  this::confidential)
              .because("Otherwise anybody could try tokens here until one is good.")
              .refusedWith(OAuthErrors.INVALID_CLIENT),
          check("introspect.token", "Does it name a token?", "RFC 7662 §2.1", this::named)
              .refusedWith(OAuthErrors.INVALID_REQUEST));

  IntrospectionEndpoint(
      ClientChecks clientChecks, Clients clients, KnownTokens tokens, String issuer) {
    super(PATH, "oauth-introspect", clientChecks, clients);
    this.tokens = tokens;
    this.issuer = issuer;
  }

  @Override
  TokenRequest attempt(TokenRequest request) {
    return request;
  }

  @Override
  List<Check<TokenRequest>> checks() {
    return checks;
  }

  private Finding confidential(TokenRequest request) {
    boolean confidential = request.knownClient().isConfidential();
    return Finding.of(
        confidential, "a confidential client", confidential ? "it is one" : "a public client");
  }

  private Finding named(TokenRequest request) {
    return Finding.of(
            request.get("token").isPresent(),
            "a token",
            request.get("token").isPresent() ? "there is one" : "no token")
        .withSecret("token", request.get("token").orElse(""));
  }

  @Override
  Answer answer(TokenRequest request) {
    String token = request.get("token").orElse("");
    ObjectNode unknown = JsonNodeFactory.instance.objectNode().put("active", false);
    return Answer.json(
        200,
        tokens
            .accessToken(token)
            .map(IntrospectionEndpoint::described)
            .or(() -> tokens.refreshToken(token).filter(tokens::isGood).map(this::described))
            .or(() -> tokens.opaqueToken(token).map(this::described))
            .orElse(unknown));
  }

  private static ObjectNode described(ObjectNode claims) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("active", true)
            .put("token_type", claims.path("cnf").has(DpopBinding.KEY) ? "DPoP" : "Bearer");
    answer.setAll(claims);
    return answer;
  }

  private ObjectNode described(Ticket<Granted> token) {
    Granted granted = token.content();
    return JsonNodeFactory.instance
        .objectNode()
        .put("active", true)
        .put("iss", issuer)
        .put("sub", granted.subject())
        .put("client_id", granted.clientId())
        .put("scope", Scopes.text(granted.scopes()))
        .put("exp", token.expiresAt().getEpochSecond());
  }

  private ObjectNode described(StoredCredential token) {
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("active", true)
            .put("token_type", "Bearer")
            .put("iss", issuer)
            .put("aud", TokenIssuer.AUDIENCE)
            .put("sub", token.personId())
            .put("scope", Scopes.text(token.scopes()))
            .put("iat", token.createdAt().getEpochSecond());
    if (token.expiresAt() != null) {
      answer.put("exp", token.expiresAt().getEpochSecond());
    }
    return answer;
  }
}
