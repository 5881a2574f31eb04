package dev.gatehouse.server.jose;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of an issuer: those that it signs with, one for each algorithm, those of before a
 * rotation, with which tokens are still verified until they have all ended, and {@link LegacyKeys}.
 *
 * @param current those that are signed with
 * @param earlier those that are not any more
 * @param verifying all of them, as a verifier sees them
 */
record KeyRing(List<OwnKey> current, List<Earlier> earlier, JwkSet verifying) {
  private static final List<OwnKey> LEGACY = LegacyKeys.all();

  /**
   * A key of before a rotation.
   *
   * @param until when the last token by it has ended
   */
  record Earlier(OwnKey key, Instant until) {}

  /** New keys, each made when it is first needed. */
  static KeyRing fresh() {
    return of(newKeys(), List.of());
  }

  private static List<OwnKey> newKeys() {
    return Arrays.stream(JwsAlgorithm.values()).map(OwnKey::new).toList();
  }

  private static KeyRing of(List<OwnKey> current, List<Earlier> earlier) {
    Stream<OwnKey> rotated = Stream.concat(current.stream(), earlier.stream().map(Earlier::key));
    Stream<OwnKey> all = Stream.concat(rotated, LEGACY.stream());
    return new KeyRing(current, earlier, new JwkSet(all.map(OwnKey::jwk).toList(), List.of()));
  }

  /** New keys to sign with; those that are signed with now are kept until then. */
  KeyRing rotated(Instant now, Instant until) {
    Stream<Earlier> kept = earlier.stream().filter(one -> now.isBefore(one.until()));
    Stream<Earlier> retired = current.stream().map(key -> new Earlier(key, until));
    return of(newKeys(), Stream.concat(retired, kept).toList());
  }

  /** Whether there are keys of before that nobody needs any more. */
  boolean hasEnded(Instant now) {
    return !earlier.isEmpty() && earlier.stream().anyMatch(one -> !now.isBefore(one.until()));
  }

  /** The same without the keys that nobody needs any more. */
  KeyRing without(Instant now) {
    return of(current, earlier.stream().filter(one -> now.isBefore(one.until())).toList());
  }

  /** The default key to sign with. */
  OwnKey signer() {
    return ofAlgorithm(JwsAlgorithm.RS256.text());
  }

  /**
   * The key of this name, or else the current one for this algorithm, or else the default key.
   *
   * @param kid what a token names; may be empty
   * @param alg what a token names; may be empty
   */
  OwnKey named(String kid, String alg) {
    return all().stream()
        .filter(key -> key.kid().equals(kid))
        .findFirst()
        .orElseGet(() -> ofAlgorithm(alg));
  }

  /**
   * The keys for others to verify with, those to sign with first: of those that take long to make
   * the default one and what has been made, of those of before what was ever of use.
   */
  List<OwnKey> published() {
    return all().stream()
        .filter(OwnKey::isPublic)
        .filter(key -> key.isMade() || !key.isSlow() || key.equals(signer()))
        .toList();
  }

  /** Has the keys to sign with made that nobody has needed yet, in the background. */
  void makeTheRest() {
    if (current.stream().allMatch(OwnKey::isMade)) {
      return;
    }
    Thread making = new Thread(() -> current.forEach(OwnKey::signing), "gatehouse-keys");
    making.setDaemon(true);
    making.start();
  }

  private List<OwnKey> all() {
    Stream<OwnKey> used = earlier.stream().map(Earlier::key).filter(OwnKey::isMade);
    return Stream.concat(Stream.concat(current.stream(), used), LEGACY.stream()).toList();
  }

  private OwnKey ofAlgorithm(String alg) {
    return current.stream()
        .filter(key -> key.algorithm().text().equals(alg))
        .findFirst()
        .or(() -> current.stream().filter(key -> key.algorithm() == JwsAlgorithm.RS256).findFirst())
        .orElseThrow();
  }
}
