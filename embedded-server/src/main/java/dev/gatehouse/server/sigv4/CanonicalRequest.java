package dev.gatehouse.server.sigv4;

import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request written in the one way in which both sides write it before they hash it (AWS SigV4,
 * step 1: create a canonical request).
 *
 * @param method for example {@code GET}
 * @param target path and query exactly as sent
 * @param headers every header line in the order in which it is sent
 * @param signedHeaders the names of those that are signed, in lower case, sorted
 * @param bodyHash the hexadecimal SHA-256 digest of the body, or what the request says instead
 */
public record CanonicalRequest(
    String method,
    String target,
    List<Header> headers,
    List<String> signedHeaders,
    String bodyHash) {
  /** The header in which a request says what the digest of its body is. */
  public static final String BODY_HASH_HEADER = "X-Amz-Content-Sha256";

  public CanonicalRequest {
    headers = List.copyOf(headers);
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** A request in which the digest of the body is the one that its header states, if it has one. */
  public static CanonicalRequest of(
      String method, String target, List<Header> headers, List<String> signedHeaders, byte[] body) {
    String bodyHash =
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase(BODY_HASH_HEADER))
            .map(Header::value)
            .findFirst()
            .orElseGet(() -> SigV4.sha256(body));
    return new CanonicalRequest(method, target, headers, signedHeaders, bodyHash);
  }

  /** The text that is hashed. */
  public String text() {
    int query = target.indexOf('?');
    return String.join(
        "\n",
        method,
        UriEncoding.path(query < 0 ? target : target.substring(0, query)),
        UriEncoding.query(query < 0 ? "" : target.substring(query + 1)),
        signedHeaders.stream().map(this::line).collect(Collectors.joining()),
        String.join(";", signedHeaders),
        bodyHash);
  }

  private String line(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value().strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining(",", name + ":", "\n"));
  }
}
