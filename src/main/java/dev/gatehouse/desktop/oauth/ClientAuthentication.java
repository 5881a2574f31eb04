package dev.gatehouse.desktop.oauth;

import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes requests in which a client says who it is, and proves it if it can (RFC 6749 §2.3): with
 * its secret, with a statement that it signs if a private JWK stands in the secret's place, or with
 * the certificate of the connection if that stands there with its key as PEM (RFC 8705 §2.1).
 */
final class ClientAuthentication {
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final String PEM = "-----BEGIN ";

  private final ClientSettings settings;
  private final ServerMetadata server;

  ClientAuthentication(ClientSettings settings, ServerMetadata server) {
    this.settings = settings;
    this.server = server;
  }

  /**
   * A form for an endpoint.
   *
   * @param endpoint its name in the metadata
   * @throws FlowException if there is no such endpoint, or the client's key cannot be read
   */
  Draft post(String endpoint, Map<String, String> parameters, Instant now) throws FlowException {
    Optional<ClientCertificate> certificate = certificate();
    Map<String, String> form = new LinkedHashMap<>(parameters);
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Accept", "application/json"));
    headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    String secret = settings.secret();
    if (certificate.isPresent()) {
      form.put("client_id", settings.clientId());
    } else if (secret.startsWith("{")) {
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
    return certificate.isPresent()
        ? new Draft("POST", server.endpointForCertificates(endpoint), headers, body)
            .showing(certificate.get())
        : new Draft("POST", server.endpoint(endpoint), headers, body);
  }

  /**
   * What the client shows in TLS handshakes, if that is how it proves who it is.
   *
   * @throws FlowException if it cannot be read
   */
  Optional<ClientCertificate> certificate() throws FlowException {
    if (!settings.secret().startsWith(PEM)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ClientCertificate.read(settings.secret(), ""));
    } catch (IllegalArgumentException unreadable) {
      throw new FlowException(
          "In the secret's place stands no certificate with its private key, both as PEM (RFC 7468).");
    }
  }

  /** Both parts are encoded as in a form first, unlike a person's name and password (§2.3.1). */
  private String basic(String secret) {
    String pair = Parameters.encoded(settings.clientId()) + ":" + Parameters.encoded(secret);
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
