package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes requests in which a client says who it is, and proves it if it can (RFC 6749 §2.3): with
 * its secret, or with a statement that it signs if a private JWK stands in the secret's place.
 */
final class ClientAuthentication {
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final ClientSettings settings;
  private final ServerMetadata server;

  ClientAuthentication(ClientSettings settings, ServerMetadata server) {
    this.settings = settings;
    this.server = server;
  }

  /**
   * A form for this endpoint.
   *
   * @throws FlowException if the client's key cannot be read
   */
  Draft post(String url, Map<String, String> parameters, Instant now) throws FlowException {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Accept", "application/json"));
    headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    String secret = settings.secret();
    if (secret.startsWith("{")) {
      form.put("client_id", settings.clientId());
      form.put("client_assertion_type", ASSERTION);
      form.put(
          "client_assertion",
          ClientAssertion.signed(secret, settings.clientId(), server.issuer(), now));
    } else if (secret.isEmpty()) {
      form.put("client_id", settings.clientId());
    } else if (server.takes("token_endpoint_auth_methods_supported", "client_secret_basic")) {
      headers.add(new Header("Authorization", "Basic " + basic(secret)));
    } else {
      form.put("client_id", settings.clientId());
      form.put("client_secret", secret);
    }
    byte[] body = Parameters.write(form).getBytes(StandardCharsets.UTF_8);
    return new Draft("POST", url, headers, body);
  }

  /** Both parts are encoded as in a form first, unlike a person's name and password (§2.3.1). */
  private String basic(String secret) {
    String pair = Parameters.encoded(settings.clientId()) + ":" + Parameters.encoded(secret);
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
