package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.DigestAlgorithm;
import dev.gatehouse.server.trace.Header;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What the server says in Digest: how it asks (RFC 7616 §3.3), and how it answers those it knows
 * (§3.5).
 */
final class DigestTerms {
  /** The one that everybody has to know comes first (RFC 7616 §3.7). */
  static final List<DigestAlgorithm> OFFERED =
      List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.SHA_512_256);

  private static final Duration RENEWED_AFTER = SignedNonces.LIFETIME.dividedBy(2);
  private static final int RENEWED_AFTER_USES = SignedNonces.MOST_USES / 2;

  private final SignedNonces nonces;
  private final Clock clock;
  private final String opaque;

  DigestTerms(SignedNonces nonces, Clock clock) {
    this.nonces = nonces;
    this.clock = clock;
    this.opaque = DigestAlgorithm.SHA_256.hash(nonces.next());
  }

  /** What clients have to send back as it is. */
  String opaque() {
    return opaque;
  }

  /**
   * One challenge for each algorithm.
   *
   * @param stale whether it was only the nonce that was not good any longer
   */
  List<Challenge> challenges(boolean stale) {
    String nonce = nonces.next();
    return OFFERED.stream()
        .map(
            algorithm ->
                Challenge.of("Digest")
                    .with("qop", DigestResponse.WITHOUT_BODY + ", " + DigestResponse.WITH_BODY)
                    .with(nameOfAlgorithm(algorithm), algorithm.token())
                    .with("nonce", nonce)
                    .with("opaque", opaque)
                    .with("charset", "UTF-8")
                    .with("userhash", "true"))
        .map(challenge -> stale ? challenge.with("stale", "true") : challenge)
        .toList();
  }

  /**
   * The case of a name has no meaning (RFC 9110 §11.2). But Python's requests, and so httpie, put
   * the parameters of all challenges into one table, where of two written alike the last one wins;
   * and of ours they know only the first.
   */
  private static String nameOfAlgorithm(DigestAlgorithm algorithm) {
    return algorithm == OFFERED.get(0) ? Challenge.ALGORITHM : "Algorithm";
  }

  /**
   * The server proves in turn that it knows the secret, and renews a nonce before it expires.
   *
   * @param attempt one that was found to be right
   * @param body of the answer
   */
  Header acknowledgement(DigestAttempt attempt, byte[] body) {
    DigestResponse response = attempt.response();
    String proof =
        response.byServer(attempt.stored().orElseThrow().secret(), attempt.text("uri"), body);
    String value =
        "rspauth=\"%s\", qop=%s, nc=%s, cnonce=\"%s\""
            .formatted(
                proof,
                response.qop(),
                response.nonceCount(),
                response.clientNonce().replace("\\", "\\\\").replace("\"", "\\\""));
    boolean old =
        clock.instant().isAfter(SignedNonces.madeAt(response.nonce()).plus(RENEWED_AFTER))
            || attempt.count() > RENEWED_AFTER_USES;
    return new Header(
        "Authentication-Info", old ? value + ", nextnonce=\"" + nonces.next() + "\"" : value);
  }
}
