package dev.gatehouse.server.authn;

import dev.gatehouse.server.trace.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of {@code WWW-Authenticate} in which challenges are sent: one for each. A line may hold
 * several, and for a program the lines have no order (RFC 9110 §11.6.1). Two programs do not keep
 * to that, and would not find what they can answer: they get the same challenges so that they do.
 */
public final class ChallengeLines {
  private static final String NAME = "WWW-Authenticate";
  private static final String DIGEST = "Digest";

  private ChallengeLines() {}

  /**
   * Whether this is GNU Wget. Its 1.21 at least ends by {@code abort()} if another line comes after
   * the first with a challenge for Digest: it goes on to read that line, which it has freed. And it
   * knows no other quality of protection than exactly {@code auth}.
   *
   * @param userAgent what it calls itself, or null
   */
  public static boolean isWget(@Nullable String userAgent) {
    return userAgent != null && userAgent.startsWith("Wget/");
  }

  /** Whether this is HTTPie. Its 3.2 at least reads the first line alone. */
  private static boolean isHttpie(String userAgent) {
    return userAgent.startsWith("HTTPie/");
  }

  /** The lines for these challenges, as the caller can read them. */
  public static List<Header> of(List<Challenge> challenges, Arrival arrival) {
    List<String> callers = arrival.values("User-Agent");
    if (callers.stream().anyMatch(ChallengeLines::isWget)) {
      return forWget(challenges);
    }
    List<String> digest = values(challenges, true);
    List<String> others = values(challenges, false);
    if (callers.stream().anyMatch(ChallengeLines::isHttpie)) {
      return lines(Stream.concat(digest.stream(), others.stream()));
    }
    return lines(challenges.stream().map(Challenge::headerValue));
  }

  /** What is for Digest in one line, which is the last. */
  private static List<Header> forWget(List<Challenge> challenges) {
    Map<String, String> joined = new LinkedHashMap<>();
    challenges.stream()
        .filter(ChallengeLines::isDigest)
        .map(challenge -> challenge.with("qop", DigestResponse.WITHOUT_BODY).headerValue())
        .forEach(value -> joined.merge(DIGEST, value, (a, b) -> a + ", " + b));
    return lines(Stream.concat(values(challenges, false).stream(), joined.values().stream()));
  }

  private static List<String> values(List<Challenge> challenges, boolean digest) {
    return challenges.stream()
        .filter(challenge -> isDigest(challenge) == digest)
        .map(Challenge::headerValue)
        .toList();
  }

  private static boolean isDigest(Challenge challenge) {
    return challenge.scheme().equals(DIGEST);
  }

  private static List<Header> lines(Stream<String> values) {
    return values.map(value -> new Header(NAME, value)).toList();
  }
}
