package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.jose.JwsAlgorithm;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What the server says of itself (RFC 8414 §2, OpenID Connect Discovery 1.0 §3). One document does
 * for both.
 */
final class Metadata {
  private static final List<String> METHODS =
      Arrays.stream(ClientMethod.values()).map(ClientMethod::text).toList();

  /** Those of clients that prove who they are. */
  private static final List<String> PROVING =
      METHODS.stream().filter(method -> !method.equals(ClientMethod.NONE.text())).toList();

  private final String issuer;
  private final TokenEndpoint token;

  Metadata(String issuer, TokenEndpoint token) {
    this.issuer = issuer;
    this.token = token;
  }

  /** The document. */
  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("issuer", issuer)
        .put("authorization_endpoint", issuer + AuthorizeEndpoint.PATH)
        .put("token_endpoint", issuer + TokenEndpoint.PATH)
        .put("pushed_authorization_request_endpoint", issuer + PushedRequestEndpoint.PATH)
        .put("device_authorization_endpoint", issuer + DeviceAuthorizationEndpoint.PATH)
        .put("introspection_endpoint", issuer + IntrospectionEndpoint.PATH)
        .put("revocation_endpoint", issuer + RevocationEndpoint.PATH)
        .put("userinfo_endpoint", issuer + AuthorizationServer.USERINFO_PATH)
        .put("end_session_endpoint", issuer + LogoutEndpoint.PATH)
        .put("jwks_uri", issuer + "/.well-known/jwks.json")
        .put("authorization_response_iss_parameter_supported", true)
        .put("tls_client_certificate_bound_access_tokens", true)
        .put("require_pushed_authorization_requests", false)
        .put("request_parameter_supported", false)
        .put("request_uri_parameter_supported", false)
        .put("claims_parameter_supported", false);
    put(document, "scopes_supported", Scopes.all());
    put(document, "response_types_supported", List.of("code"));
    put(document, "response_modes_supported", List.of("query"));
    put(document, "grant_types_supported", token.offered());
    put(document, "code_challenge_methods_supported", List.of(Pkce.METHOD));
    put(document, "prompt_values_supported", List.of("none", "login", "consent"));
    for (String endpoint : List.of("token", "introspection", "revocation")) {
      List<String> methods = endpoint.equals("introspection") ? PROVING : METHODS;
      put(document, endpoint + "_endpoint_auth_methods_supported", methods);
      put(
          document,
          endpoint + "_endpoint_auth_signing_alg_values_supported",
          List.of(JwsAlgorithm.ES256.text()));
    }
    put(document, "dpop_signing_alg_values_supported", DpopProofChecks.algorithms());
    put(document, "subject_types_supported", List.of("public"));
    put(document, "id_token_signing_alg_values_supported", List.of(JwsAlgorithm.RS256.text()));
    put(
        document,
        "claims_supported",
        List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "at_hash",
            "name",
            "preferred_username",
            "email"));
    return document;
  }

  private static void put(ObjectNode document, String name, Collection<String> values) {
    values.forEach(document.withArrayProperty(name)::add);
  }
}
