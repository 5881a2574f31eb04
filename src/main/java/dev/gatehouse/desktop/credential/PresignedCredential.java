package dev.gatehouse.desktop.credential;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.server.DemoPerson;
import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.CredentialScope;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.sigv4.SignedQuery;
import dev.gatehouse.server.trace.Header;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A URL that carries its own permission: AWS Signature Version 4 in the query. Anybody who has it
 * may use it until it ends, a browser and plain curl too, for no header has to be added.
 */
@AutoService(CredentialType.class)
public final class PresignedCredential implements CredentialType {
  /** The field that says for how many seconds it is good. */
  static final String LIFETIME = "lifetime";

  /** The field that says when it is signed. */
  static final String SIGNED_AT = "signedAt";

  private static final List<String> OF_THE_KEY =
      List.of("accessKey", "secretKey", "region", "service");
  private static final String A_QUARTER_OF_AN_HOUR = "900";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private final Clock clock;

  /** The type, going by this computer's clock. */
  public PresignedCredential() {
    this(Clock.systemUTC());
  }

  PresignedCredential(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "presigned";
  }

  @Override
  public String label() {
    return "Pre-signed URL (AWS SigV4)";
  }

  @Override
  public int rank() {
    return 61;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text(LIFETIME, "Good for", "Seconds; at most 604800 (seven days)"),
        Field.text(SIGNED_AT, "Signed at", "now, or now-3600 for one that is an hour old"),
        Field.text("accessKey", "Access key", "The public name of the secret key"),
        Field.secret("secretKey", "Secret key", "Signs the URL and is not in it"),
        Field.text("region", "Region", "Where the API is, as it calls it"),
        Field.text("service", "Service", "What the API is called"));
  }

  @Override
  public Map<String, String> valuesFor(DemoPerson person) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(LIFETIME, A_QUARTER_OF_AN_HOUR);
    values.put(SIGNED_AT, SignatureTerms.NOW);
    for (String field : OF_THE_KEY) {
      values.put(field, person.secret("hmac." + field).orElse(""));
    }
    return values;
  }

  @Override
  public Draft present(Map<String, String> values, Draft draft, Wire wire)
      throws CredentialException {
    String accessKey = HmacCredential.part(values, "accessKey", "access key");
    String secretKey = HeaderSecret.from(values, "secretKey", "secret key");
    String region = HmacCredential.part(values, "region", "region");
    String service = HmacCredential.part(values, "service", "service");
    String timestamp = SigV4.timestamp(signedAt(values));
    CredentialScope scope =
        new CredentialScope(
            timestamp.substring(0, 8), region, service, CredentialScope.TERMINATION);

    List<String> signedHeaders = signedHeaders(draft);
    Draft unsigned =
        QueryParameter.added(
            draft,
            SignedQuery.unsigned(accessKey, scope, timestamp, lifetime(values), signedHeaders));
    Draft sent = HmacCredential.asSent(unsigned);
    CanonicalRequest canonical =
        SignedQuery.canonical(
            sent.method(), sent.target(), sent.headers(), signedHeaders, SigV4.sha256(sent.body()));
    String signature =
        SigV4.signature(secretKey, scope, SigV4.stringToSign(timestamp, scope, canonical));
    return QueryParameter.added(unsigned, SignedQuery.SIGNATURE + "=" + signature);
  }

  private Instant signedAt(Map<String, String> values) throws CredentialException {
    Optional<Instant> moment = new SignatureTerms(values, clock).moment(SIGNED_AT);
    return moment.orElseGet(clock::instant);
  }

  /** As it is written, be it too long: that is for the server to refuse. */
  private static String lifetime(Map<String, String> values) throws CredentialException {
    String text = values.getOrDefault(LIFETIME, A_QUARTER_OF_AN_HOUR).strip();
    if (!SECONDS.matcher(text).matches()) {
      throw new CredentialException(
          "\"" + text + "\" is no number of seconds. Write for example 900.");
    }
    return text;
  }

  /** Host, which every client sends by itself, and what would count if it was sent. */
  private static List<String> signedHeaders(Draft draft) {
    return Stream.concat(
            Stream.of("host"),
            draft.headers().stream()
                .map(Header::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.equals("content-type") || name.startsWith("x-amz-")))
        .distinct()
        .sorted()
        .toList();
  }
}
