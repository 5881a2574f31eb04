package dev.gatehouse.server.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.server.authn.DpopProofChecks;
import dev.gatehouse.server.jose.JwsAlgorithm;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server says of itself (RFC 8414 §2, OpenID Connect Discovery 1.0 §3). One document does
 * for both.
 */
final class Metadata {
  /** The endpoints to which a client can show a certificate (RFC 8705 §5). */
  private static final Map<String, String> WITH_CERTIFICATE = new LinkedHashMap<>();

  static {
    WITH_CERTIFICATE.put("token_endpoint", TokenEndpoint.PATH);
    WITH_CERTIFICATE.put("pushed_authorization_request_endpoint", PushedRequestEndpoint.PATH);
    WITH_CERTIFICATE.put("device_authorization_endpoint", DeviceAuthorizationEndpoint.PATH);
    WITH_CERTIFICATE.put("introspection_endpoint", IntrospectionEndpoint.PATH);
    WITH_CERTIFICATE.put("revocation_endpoint", RevocationEndpoint.PATH);
    WITH_CERTIFICATE.put("userinfo_endpoint", AuthorizationServer.USERINFO_PATH);
  }

  private final String issuer;
  private final Optional<URI> secure;
  private final TokenEndpoint token;

  /**
   * What a server says of itself.
   *
   * @param secure where it answers over TLS, if it does: only there can certificates be shown
   */
  Metadata(String issuer, Optional<URI> secure, TokenEndpoint token) {
    this.issuer = issuer;
    this.secure = secure;
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
        .put("tls_client_certificate_bound_access_tokens", secure.isPresent())
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
    put(document, "acr_values_supported", LoginLevel.offered());
    secure.ifPresent(
        https ->
            WITH_CERTIFICATE.forEach(
                (name, path) ->
                    document.withObjectProperty("mtls_endpoint_aliases").put(name, https + path)));
    for (String endpoint : List.of("token", "introspection", "revocation")) {
      boolean proving = endpoint.equals("introspection");
      put(document, endpoint + "_endpoint_auth_methods_supported", methods(proving));
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
            "acr",
            "amr",
            "nonce",
            "at_hash",
            "name",
            "preferred_username",
            "email"));
    return document;
  }

  /** How clients say who they are; certificates cannot be shown where there is no TLS. */
  private List<String> methods(boolean provingOnly) {
    return Arrays.stream(ClientMethod.values())
        .filter(method -> !provingOnly || method != ClientMethod.NONE)
        .filter(method -> secure.isPresent() || method != ClientMethod.TLS)
        .map(ClientMethod::text)
        .toList();
  }

  private static void put(ObjectNode document, String name, Collection<String> values) {
    values.forEach(document.withArrayProperty(name)::add);
  }
}
