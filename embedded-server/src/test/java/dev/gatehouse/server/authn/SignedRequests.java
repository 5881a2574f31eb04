package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DemoIdentity;
import dev.gatehouse.server.identity.SigningKey;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedAuthorization;
import dev.gatehouse.server.trace.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Signs requests with a key of the demo people, and spoils them in one way each. */
final class SignedRequests {
  /** When the clock of the demo people begins. */
  static final String NOW = "20261124T120000Z";

  static final CredentialScope SCOPE = scope(SigningKey.REGION, SigningKey.SERVICE);

  private SignedRequests() {}

  static CredentialScope scope(String region, String service) {
    return new CredentialScope(NOW.substring(0, 8), region, service, CredentialScope.TERMINATION);
  }

  /** The request dated now, and signed by Alice with all its headers. */
  static Arrival signed(Arrival arrival) {
    return signed(with(arrival, "X-Amz-Date", NOW), SCOPE);
  }

  /** The request as it is, signed by Alice with all its headers, for this scope. */
  static Arrival signed(Arrival arrival, CredentialScope scope) {
    List<String> names =
        arrival.headers().stream()
            .map(header -> header.name().toLowerCase(Locale.ROOT))
            .distinct()
            .sorted()
            .toList();
    return signed(arrival, scope, names);
  }

  /** The request as it is, signed by Alice with these headers, for this scope. */
  static Arrival signed(Arrival arrival, CredentialScope scope, List<String> signedHeaders) {
    return signed(
        arrival,
        scope,
        signedHeaders,
        DemoIdentity.secret("alice", "hmac.accessKey"),
        DemoIdentity.secret("alice", "hmac.secretKey"));
  }

  /** The request as it is, signed with this key. */
  static Arrival signed(
      Arrival arrival,
      CredentialScope scope,
      List<String> signedHeaders,
      String accessKey,
      String secretKey) {
    CanonicalRequest canonical =
        CanonicalRequest.of(
            arrival.method(), arrival.target(), arrival.headers(), signedHeaders, arrival.body());
    String toSign = SigV4.stringToSign(arrival.value("X-Amz-Date").orElse(""), scope, canonical);
    String signature = SigV4.signature(secretKey, scope, toSign);
    return with(
        arrival,
        "Authorization",
        new SignedAuthorization(accessKey, scope, signedHeaders, signature).headerValue());
  }

  /** The same request with one more header line. */
  static Arrival with(Arrival arrival, String name, String value) {
    List<Header> headers = new ArrayList<>(arrival.headers());
    headers.add(new Header(name, value));
    return replaced(arrival, arrival.method(), arrival.target(), headers, arrival.body());
  }

  /** The same request sent elsewhere, its signature kept. */
  static Arrival to(String target, Arrival arrival) {
    return replaced(arrival, arrival.method(), target, arrival.headers(), arrival.body());
  }

  /** The same request with another body, its signature kept. */
  static Arrival carrying(byte[] body, Arrival arrival) {
    return replaced(arrival, arrival.method(), arrival.target(), arrival.headers(), body);
  }

  static Arrival replaced(
      Arrival arrival, String method, String target, List<Header> headers, byte[] body) {
    return new Arrival(method, target, headers, body, arrival.encrypted(), arrival.remoteAddress());
  }
}
