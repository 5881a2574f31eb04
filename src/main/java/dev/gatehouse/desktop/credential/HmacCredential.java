package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.OkHttpWire;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedAuthorization;
import dev.gatehouse.server.trace.Header;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A signature over the request itself, made with a secret that is never sent (AWS Signature Version
 * 4). A date or a digest of the body that the request has already is signed as it is.
 */
@AutoService(CredentialType.class)
public final class HmacCredential implements CredentialType {
  private static final String GROUP = "hmac.";

  /** AWS's own libraries send it as well: without it, like requests within a second look alike. */
  private static final String INVOCATION_HEADER = "Amz-Sdk-Invocation-Id";

  /** What is not signed, since it may change on the way or tells of the client alone. */
  private static final Set<String> UNSIGNED =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "expect",
          "te",
          "transfer-encoding",
          "upgrade",
          "user-agent");

  private final Clock clock;

  /** The type, going by this computer's clock. */
  public HmacCredential() {
    this(Clock.systemUTC());
  }

  HmacCredential(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "hmac";
  }

  @Override
  public String label() {
    return "Signed request (AWS SigV4)";
  }

  @Override
  public int rank() {
    return 60;
  }

  @Override
  public Optional<String> scheme() {
    return Optional.of(SigV4.SCHEME);
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("accessKey", "Access key", "The public name of the secret key"),
        Field.secret("secretKey", "Secret key", "Signs the request and is never sent"),
        Field.text("region", "Region", "Where the API is, as it calls it"),
        Field.text("service", "Service", "What the API is called"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : fields()) {
      values.put(field.name(), person.secret(GROUP + field.name()).orElse(""));
    }
    return values;
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    String accessKey = part(values, "accessKey", "access key");
    String secretKey = HeaderSecret.from(values, "secretKey", "secret key");
    String region = part(values, "region", "region");
    String service = part(values, "service", "service");

    Draft dated = withDefault(draft, SigV4.DATE_HEADER, SigV4.timestamp(clock.instant()));
    Draft complete =
        withDefault(dated, CanonicalRequest.BODY_HASH_HEADER, SigV4.sha256(draft.body()));
    Draft unique = withDefault(complete, INVOCATION_HEADER, UUID.randomUUID().toString());

    Draft sent = asSent(unique);
    String timestamp = value(sent, SigV4.DATE_HEADER).orElseThrow();
    CredentialScope scope =
        new CredentialScope(day(timestamp), region, service, CredentialScope.TERMINATION);
    CanonicalRequest canonical =
        CanonicalRequest.of(
            sent.method(), sent.target(), sent.headers(), signedHeaders(sent), sent.body());
    String signature =
        SigV4.signature(secretKey, scope, SigV4.stringToSign(timestamp, scope, canonical));
    SignedAuthorization authorization =
        new SignedAuthorization(accessKey, scope, canonical.signedHeaders(), signature);
    return unique.withHeader("Authorization", authorization.headerValue());
  }

  /** A part of the scope, in which slash and comma would be read as the end of it. */
  static String part(Map<String, String> values, String field, String what)
      throws CredentialException {
    String value = HeaderSecret.from(values, field, what);
    if (value.matches("(?s).*[\\s/,].*")) {
      throw new CredentialException(
          "The " + what + " must have no blank, slash or comma in it. Take it out.");
    }
    return value;
  }

  /** Host, target and headers as they will stand on the wire, for that is what is signed. */
  static Draft asSent(Draft draft) throws CredentialException {
    try {
      return OkHttpWire.asSent(draft);
    } catch (IllegalArgumentException cannotBeSent) {
      throw new CredentialException(String.valueOf(cannotBeSent.getMessage()));
    }
  }

  private static String day(String timestamp) throws CredentialException {
    if (SigV4.moment(timestamp).isEmpty()) {
      throw new CredentialException(
          "\""
              + timestamp
              + "\" is no date to sign. Write "
              + SigV4.DATE_HEADER
              + " like 20261124T120000Z, or leave it out.");
    }
    return timestamp.substring(0, 8);
  }

  private static List<String> signedHeaders(Draft sent) {
    return sent.headers().stream()
        .map(header -> header.name().toLowerCase(Locale.ROOT))
        .filter(name -> !UNSIGNED.contains(name))
        .distinct()
        .sorted()
        .toList();
  }

  private static Draft withDefault(Draft draft, String name, String value) {
    return value(draft, name).isPresent() ? draft : draft.withHeader(name, value);
  }

  private static Optional<String> value(Draft draft, String name) {
    return draft.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }
}
