package dev.gatehouse.server.authn;

import dev.gatehouse.server.httpsignature.Component;
import dev.gatehouse.server.httpsignature.ContentDigest;
import dev.gatehouse.server.httpsignature.SignatureParameters;
import dev.gatehouse.server.trace.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What of a request its signature has to cover (RFC 9421 §7.2.1). Whatever it does not cover can be
 * changed on the way.
 */
final class SignatureCoverage {
  private static final String METHOD = "@method";
  private static final String WHOLE_TARGET = "@target-uri";
  private static final List<String> TARGET = List.of("@authority", "@path", "@query");

  private static final String DIGEST = ContentDigest.FIELD.toLowerCase(Locale.ROOT);

  private SignatureCoverage() {}

  /** What a signature over this request has to cover at least, in the shortest way to say it. */
  static List<String> demanded(Arrival arrival) {
    return arrival.body().length > 0
        ? List.of(METHOD, WHOLE_TARGET, DIGEST)
        : List.of(METHOD, WHOLE_TARGET);
  }

  /** Whether method, target and content are covered. */
  static Finding coverage(SignatureAttempt attempt) {
    SignatureParameters said = attempt.said();
    boolean hasBody = attempt.arrival().body().length > 0;
    List<String> missing = new ArrayList<>();
    if (!said.covers(METHOD)) {
      missing.add(METHOD);
    }
    if (!said.covers(WHOLE_TARGET)) {
      TARGET.stream().filter(part -> !said.covers(part)).forEach(missing::add);
    }
    if (hasBody && !said.covers(DIGEST)) {
      missing.add(DIGEST);
    }
    String covered =
        said.components().stream().map(Component::text).collect(Collectors.joining(" "));
    return Finding.of(
            missing.isEmpty(),
            "@method, @target-uri (or @authority, @path and @query)"
                + (hasBody ? ", content-digest" : ""),
            missing.isEmpty() ? "they are covered" : "not covered: " + String.join(", ", missing))
        .with("covered", covered.isEmpty() ? "nothing" : covered);
  }

  /** Whether the digest that the request states is that of its body. */
  static Finding contentDigest(SignatureAttempt attempt) {
    Arrival arrival = attempt.arrival();
    String expected = "the SHA-256 or SHA-512 digest of the body that came";
    List<String> lines = arrival.values(ContentDigest.FIELD);
    if (lines.isEmpty()) {
      return arrival.body().length == 0
          ? Finding.passed(expected, "no body, and none stated")
          : Finding.failed(expected, "none stated");
    }
    String flaw = ContentDigest.flaw(lines, arrival.body()).orElse("");
    return Finding.of(flaw.isEmpty(), expected, flaw.isEmpty() ? "it is" : flaw)
        .with("stated", String.join(", ", lines))
        .with("digest of the body", ContentDigest.value("sha-256", arrival.body()));
  }
}
