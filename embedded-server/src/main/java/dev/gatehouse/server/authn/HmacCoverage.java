package dev.gatehouse.server.authn;

import dev.gatehouse.server.sigv4.CanonicalRequest;
import dev.gatehouse.server.sigv4.SigV4;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a request its signature has to cover (AWS SigV4, step 1: create a canonical request).
 * Whatever it does not cover can be changed on the way.
 */
final class HmacCoverage {
  private static final String AMAZON_HEADERS = "x-amz-";

  private HmacCoverage() {}

  /** Whether the headers that matter are signed, each of them there and in its place. */
  static Finding headers(HmacAttempt attempt) {
    return covered(
        attempt.arrival(), attempt.said().signedHeaders(), List.of("host", "x-amz-date"));
  }

  /**
   * The same of any request.
   *
   * @param signed the names of what is signed
   * @param always the names of what has to be signed whether or not it is there
   */
  static Finding covered(Arrival arrival, List<String> signed, List<String> always) {
    Set<String> demanded = demanded(arrival, always);
    String expected = String.join(", ", demanded) + " among them; each present, once, sorted";
    Set<String> unsigned = new TreeSet<>(demanded);
    signed.forEach(unsigned::remove);
    if (!unsigned.isEmpty()) {
      return Finding.failed(expected, "not signed: " + String.join(", ", unsigned));
    }
    boolean sorted = List.copyOf(new TreeSet<>(signed)).equals(signed);
    boolean present = signed.stream().allMatch(name -> arrival.value(name).isPresent());
    String actual =
        !sorted ? "not in order" : present ? "they are" : "one that the request does not have";
    return Finding.of(sorted && present, expected, actual)
        .with("signed headers", String.join(", ", signed));
  }

  /** What the body is, and whatever is Amazon's, if it is there, besides what is so always. */
  private static Set<String> demanded(Arrival arrival, List<String> always) {
    Set<String> names = new TreeSet<>(always);
    for (Header header : arrival.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (name.equals("content-type") || name.startsWith(AMAZON_HEADERS)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether the digest of the body that the request states is that of its body. */
  static Finding body(HmacAttempt attempt) {
    List<String> stated = attempt.arrival().values(CanonicalRequest.BODY_HASH_HEADER);
    String hash = SigV4.sha256(attempt.arrival().body());
    String expected = "the SHA-256 digest of the body, stated once if at all";
    if (stated.isEmpty()) {
      return Finding.passed(expected, "not stated: the signature is over the digest of what came");
    }
    boolean fits = stated.size() == 1 && stated.get(0).equals(hash);
    return Finding.of(fits, expected, fits ? "it is" : "another one")
        .with("stated", String.join(", ", stated))
        .with("digest of the body", hash);
  }
}
