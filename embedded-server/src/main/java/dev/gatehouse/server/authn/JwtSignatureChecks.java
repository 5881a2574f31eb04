package dev.gatehouse.server.authn;

import static dev.gatehouse.server.authn.JwtHeaderChecks.ACCEPT_ALG_NONE;
import static dev.gatehouse.server.authn.JwtHeaderChecks.shortened;
import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.brought.KeyHint;
import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.KeysUnavailableException;
import dev.gatehouse.server.jose.PublicKeyText;
import dev.gatehouse.server.jose.Signatures;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether a token was signed by whom we trust (RFC 7515 §5.2): which key it means, whether that key
 * is for that algorithm and long enough, and whether the signature was made with it.
 */
final class JwtSignatureChecks {
  private static final Weakness TRUST_ALG_HEADER =
      new Weakness("trust-alg-header", "lets the token choose what its key is used for");
  private static final Weakness SKIP_SIGNATURE =
      new Weakness("skip-signature", "decodes tokens without verifying their signature");
  private static final Weakness ACCEPT_EMPTY_SIGNATURE =
      new Weakness("accept-empty-signature", "takes an empty signature for a right one");

  private static final Weakness ACCEPT_ZERO_ECDSA =
      new Weakness(
          "accept-zero-ecdsa", "computes with whatever numbers an ECDSA signature has, zeros too");
  private static final Weakness TRUST_EMBEDDED_JWK =
      new Weakness("trust-embedded-jwk", "verifies a token with the key that the token brings");
  private static final Weakness TRUST_X5C =
      new Weakness("trust-x5c", "verifies with the certificate in a token, whoever has signed it");
  private static final Weakness FOLLOW_JKU =
      new Weakness("follow-jku", "fetches the key from the address that stands in the token");
  private static final Weakness KID_AS_PATH =
      new Weakness(
          "kid-as-path", "opens the file that a token's kid names, and takes it for a key");
  private static final Weakness KID_IN_SQL =
      new Weakness("kid-in-sql", "pastes a token's kid into a statement of SQL that finds the key");
  private static final Weakness WEAK_HMAC_SECRET =
      new Weakness("weak-hmac-secret", "verifies with secrets that people made up, however short");
  private static final Weakness BLANK_HMAC_SECRET =
      new Weakness("blank-hmac-secret", "verifies with a secret that nobody ever set");

  private JwtSignatureChecks() {}

  /** The checks in their order. */
  static List<Check<JwtAttempt>> list() {
    return List.of(
        check(
                "jwt.key-known",
                "Is it signed with a key of ours?",
                "RFC 8725 §3.10",
                JwtSignatureChecks::keyKnown)
            .because("The token may choose among the keys that we trust. It may not bring one.")
            .partlyRemovedBy(TRUST_EMBEDDED_JWK, hintingBy(KeyHint.EMBEDDED))
            .partlyRemovedBy(TRUST_X5C, hintingBy(KeyHint.CERTIFICATE))
            .partlyRemovedBy(FOLLOW_JKU, hintingBy(KeyHint.LINK))
            .partlyRemovedBy(KID_AS_PATH, hintingBy(KeyHint.PATH))
            .partlyRemovedBy(KID_IN_SQL, hintingBy(KeyHint.STATEMENT))
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured),
        check(
                "jwt.key-fits-alg",
                "Is that key meant for that algorithm?",
                "RFC 8725 §3.1",
                JwtSignatureChecks::keyFitsAlgorithm)
            .because(
                "Each key is for one algorithm. Used for another, a public key can become a secret that everybody knows.")
            .removedBy(TRUST_ALG_HEADER)
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured),
        check(
                "jwt.key-strength",
                "Is that key long enough?",
                "RFC 7518 §3.2",
                JwtSignatureChecks::keyStrength)
            .because(
                "Whoever has one token can try secrets on it at home, millions a second. A random one of 256 bits is never found.")
            .partlyRemovedBy(WEAK_HMAC_SECRET, JwtAttempt::meansFilledSecret)
            .partlyRemovedBy(BLANK_HMAC_SECRET, JwtAttempt::meansBlankSecret)
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured),
        check(
                "jwt.signature",
                "Does the signature fit header and payload?",
                "RFC 7515 §5.2",
                JwtSignatureChecks::signature)
            .because("Only who has the issuer's key can make it, and it fits no other text.")
            // Signatures that are none are another mistake than not to look at them.
            .partlyRemovedBy(
                SKIP_SIGNATURE,
                attempt -> !attempt.hasEmptySignature() && !attempt.hasSignatureOfZeros())
            .partlyRemovedBy(ACCEPT_EMPTY_SIGNATURE, JwtAttempt::hasEmptySignature)
            .partlyRemovedBy(ACCEPT_ZERO_ECDSA, JwtAttempt::hasSignatureOfZeros)
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured));
  }

  private static Predicate<JwtAttempt> hintingBy(KeyHint hint) {
    return attempt -> attempt.hintsBy(hint);
  }

  private static Finding keyKnown(JwtAttempt attempt) {
    String expected =
        attempt.party().outside()
            ? "a key of " + attempt.party().demands().issuer()
            : "a key that is trusted here";
    try {
      return knownKey(attempt, expected);
    } catch (KeysUnavailableException unavailable) {
      return Finding.failed(expected, "its keys cannot be had: " + unavailable.reason())
          .answeredBy(Refusal.later(503, unavailable.retryAfter()));
    }
  }

  private static Finding knownKey(JwtAttempt attempt, String expected)
      throws KeysUnavailableException {
    Optional<String> kid = attempt.token().parameter("kid");
    List<Jwk> candidates = attempt.candidates();
    if (!candidates.isEmpty()) {
      return Finding.passed(
              expected,
              kid.isPresent()
                  ? "it names the key " + kid.get()
                  : "it names none, so those that fit")
          .with("kid", kid.orElse(""));
    }
    return Finding.failed(expected, unknown(kid, attempt.keys())).with("kid", kid.orElse(""));
  }

  private static String unknown(Optional<String> kid, JwkSet keys) {
    String unusable =
        keys.setAside().stream()
            .filter(key -> kid.isEmpty() || key.kid() == null || kid.get().equals(key.kid()))
            .map(key -> ", and one cannot be used: " + key.problem())
            .findFirst()
            .orElse("");
    return shortened(kid.map(id -> "no key is named " + id).orElse("there is no key")) + unusable;
  }

  private static Finding keyFitsAlgorithm(JwtAttempt attempt) throws KeysUnavailableException {
    Optional<JwsAlgorithm> named = attempt.algorithm();
    if (named.isEmpty()) {
      return Finding.failed("a key for that algorithm", "there is none for " + attempt.alg());
    }
    JwsAlgorithm algorithm = named.get();
    List<Jwk> candidates = attempt.signers();
    String expected = "a key for " + algorithm.text();
    if (candidates.isEmpty()) {
      return Finding.failed(expected, shortened(attempt.brought().problem()));
    }
    return fitting(candidates, algorithm).stream()
        .findFirst()
        .map(key -> Finding.passed(expected, key.name() + " is one"))
        .orElseGet(() -> Finding.failed(expected, flaws(candidates, key -> key.misfit(algorithm))));
  }

  private static Finding keyStrength(JwtAttempt attempt) throws KeysUnavailableException {
    JwsAlgorithm algorithm = attempt.algorithm().orElseThrow();
    List<Jwk> meant = meantFor(attempt.signers(), algorithm);
    String expected = "a key that is long enough for " + algorithm.text();
    return strong(meant, algorithm).stream()
        .findFirst()
        .map(key -> Finding.passed(expected, key.name() + " is one"))
        .orElseGet(() -> Finding.failed(expected, flaws(meant, key -> key.shortfall(algorithm))));
  }

  private static String flaws(List<Jwk> keys, Function<Jwk, Optional<String>> flaw) {
    return shortened(
        keys.stream()
            .flatMap(key -> flaw.apply(key).map(why -> key.name() + ": " + why).stream())
            .collect(Collectors.joining("; ")));
  }

  private static List<Jwk> fitting(List<Jwk> keys, JwsAlgorithm algorithm) {
    return without(keys, key -> key.misfit(algorithm));
  }

  private static List<Jwk> strong(List<Jwk> keys, JwsAlgorithm algorithm) {
    return without(keys, key -> key.shortfall(algorithm));
  }

  private static List<Jwk> without(List<Jwk> keys, Function<Jwk, Optional<String>> flaw) {
    List<Jwk> flawless = new ArrayList<>(keys.size());
    for (Jwk key : keys) {
      if (flaw.apply(key).isEmpty()) {
        flawless.add(key);
      }
    }
    return flawless;
  }

  private static Finding signature(JwtAttempt attempt) throws KeysUnavailableException {
    JwsAlgorithm algorithm = attempt.algorithm().orElseThrow();
    CompactJws token = attempt.token();
    String expected = "made with the issuer's key over this header and payload";
    Optional<Jwk> signer =
        keysToTry(attempt.signers(), algorithm).stream()
            .filter(key -> fits(algorithm, key, token))
            .findFirst();
    Finding finding =
        signer
            .map(
                key ->
                    Finding.passed(expected, "made with " + key.name() + " by " + algorithm.text()))
            .orElseGet(() -> Finding.failed(expected, whyNot(token)));
    return finding
        .with("algorithm", algorithm.text())
        .with("signed text", shortened(new String(token.signingInput(), StandardCharsets.US_ASCII)))
        .withSecret("signature", shortened(signatureText(attempt)));
  }

  /** Those that are long enough. None is only if the check for that was taken away: then all. */
  private static List<Jwk> keysToTry(List<Jwk> candidates, JwsAlgorithm algorithm) {
    List<Jwk> meant = meantFor(candidates, algorithm);
    List<Jwk> strong = strong(meant, algorithm);
    return strong.isEmpty() ? meant : strong;
  }

  /**
   * Those that are meant for it (RFC 7515 §6). None is only if the check for that was taken away:
   * then, as the token pleases, whatever key it names.
   */
  private static List<Jwk> meantFor(List<Jwk> candidates, JwsAlgorithm algorithm) {
    List<Jwk> fitting = fitting(candidates, algorithm);
    return fitting.isEmpty() ? candidates : fitting;
  }

  private static boolean fits(JwsAlgorithm algorithm, Jwk key, CompactJws token) {
    Key material =
        algorithm.family() == JwsAlgorithm.Family.HMAC
            ? PublicKeyText.mistakenForSecret(key.key())
            : key.key();
    return Signatures.fits(algorithm, material, token.signingInput(), token.signature());
  }

  private static String whyNot(CompactJws token) {
    return token.signature().length == 0
        ? "there is no signature"
        : "it was made with another key or over another text";
  }

  private static String signatureText(JwtAttempt attempt) {
    String token = attempt.presented().value();
    return token.substring(token.lastIndexOf('.') + 1);
  }
}
