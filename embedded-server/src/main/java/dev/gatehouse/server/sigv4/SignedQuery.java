package dev.gatehouse.server.sigv4;

import dev.gatehouse.server.trace.Header;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A signature in the query of a URL instead of in a header: a pre-signed URL (AWS SigV4, "Using
 * query parameters"). Whoever has the URL can use it until it ends.
 *
 * @param accessKey the public name of the secret key
 * @param scope where and when the signature is good
 * @param timestamp when it was signed, as {@link SigV4#timestamp} writes it
 * @param expires for how many seconds it is good, as it is written
 * @param signedHeaders the names of the headers that are signed
 * @param signature 64 hexadecimal digits
 */
public record SignedQuery(
    String accessKey,
    CredentialScope scope,
    String timestamp,
    String expires,
    List<String> signedHeaders,
    String signature) {
  /** The parameter that carries the signature, and is not signed itself. */
  public static final String SIGNATURE = "X-Amz-Signature";

  private static final String ALGORITHM = "X-Amz-Algorithm";
  private static final String CREDENTIAL = "X-Amz-Credential";
  private static final String DATE = "X-Amz-Date";
  private static final String EXPIRES = "X-Amz-Expires";
  private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
  private static final List<String> NAMES =
      List.of(ALGORITHM, CREDENTIAL, DATE, EXPIRES, SIGNED_HEADERS, SIGNATURE);

  private static final Pattern CREDENTIAL_FORM =
      Pattern.compile("([^\\s/,]+)/(\\d{8})/([^\\s/,]+)/([^\\s/,]+)/([^\\s/,]+)");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final Pattern HEADERS_FORM = Pattern.compile("[^\\s,A-Z]+");
  private static final Pattern SIGNATURE_FORM = Pattern.compile("[0-9a-f]{64}");

  public SignedQuery {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Whether a query has any of the parameters that tell a pre-signed URL from others. */
  public static boolean isIn(String query) {
    return !query.isEmpty()
        && pairs(query)
            .map(SignedQuery::nameOf)
            .anyMatch(name -> name.equals(SIGNATURE) || name.equals(ALGORITHM));
  }

  /** Reads a query; empty if not each of the six parameters is there, once, and written rightly. */
  public static Optional<SignedQuery> read(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : pairs(query).toList()) {
      String name = nameOf(pair);
      if (NAMES.contains(name) && values.put(name, valueOf(pair)) != null) {
        return Optional.empty();
      }
    }
    if (values.size() != NAMES.size()) {
      return Optional.empty();
    }
    return read(values);
  }

  private static Optional<SignedQuery> read(Map<String, String> values) {
    Matcher credential = CREDENTIAL_FORM.matcher(value(values, CREDENTIAL));
    boolean wellFormed =
        credential.matches()
            && value(values, ALGORITHM).equals(SigV4.SCHEME)
            && SigV4.moment(value(values, DATE)).isPresent()
            && DIGITS.matcher(value(values, EXPIRES)).matches()
            && HEADERS_FORM.matcher(value(values, SIGNED_HEADERS)).matches()
            && SIGNATURE_FORM.matcher(value(values, SIGNATURE)).matches();
    if (!wellFormed) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedQuery(
            credential.group(1),
            new CredentialScope(
                credential.group(2), credential.group(3), credential.group(4), credential.group(5)),
            value(values, DATE),
            value(values, EXPIRES),
            List.of(value(values, SIGNED_HEADERS).split(";", -1)),
            value(values, SIGNATURE)));
  }

  /** The parameters without the signature, to be added to a query before it is signed. */
  public static String unsigned(
      String accessKey,
      CredentialScope scope,
      String timestamp,
      String expires,
      List<String> signedHeaders) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(ALGORITHM, SigV4.SCHEME);
    parameters.put(CREDENTIAL, accessKey + "/" + scope.text());
    parameters.put(DATE, timestamp);
    parameters.put(EXPIRES, expires);
    parameters.put(SIGNED_HEADERS, String.join(";", signedHeaders));
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + UriEncoding.component(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  /**
   * The request as its signer must have written it: the whole query is signed but for the signature
   * in it.
   *
   * @param target path and query as sent; whether the signature is in it yet does not matter
   * @param bodyHash the hexadecimal SHA-256 digest of the body, or what the service signs instead
   */
  public static CanonicalRequest canonical(
      String method,
      String target,
      List<Header> headers,
      List<String> signedHeaders,
      String bodyHash) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String signed =
        pairs(query < 0 ? "" : target.substring(query + 1))
            .filter(pair -> !nameOf(pair).equals(SIGNATURE))
            .collect(Collectors.joining("&"));
    return new CanonicalRequest(method, path + "?" + signed, headers, signedHeaders, bodyHash);
  }

  private static String value(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }

  private static Stream<String> pairs(String query) {
    return Arrays.stream(query.split("&", -1));
  }

  private static String nameOf(String pair) {
    return decoded(pair.split("=", 2)[0]);
  }

  private static String valueOf(String pair) {
    String[] parts = pair.split("=", 2);
    return parts.length == 2 ? decoded(parts[1]) : "";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
