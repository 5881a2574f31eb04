package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.JwkSet;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.PublicKeyText;
import dev.gatehouse.server.jose.Signatures;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From the text of a token to a signature that fits (RFC 7515 §5.2, RFC 8725 §3): whether it can be
 * read, what its header announces, which key that means, and whether the signature was made with
 * it. Until the last of them has passed, everything in the token is no more than what its sender
 * wrote.
 */
final class JwtHeaderChecks {
  static final Weakness FAIL_OPEN =
      new Weakness(
          "fail-open", "lets a request go on as the first person when its token cannot be read");
  private static final Weakness IGNORE_TOKEN_TYPE =
      new Weakness("ignore-token-type", "takes any signed token for an access token");
  private static final Weakness IGNORE_CRIT =
      new Weakness("ignore-crit", "ignores extensions that the issuer declared critical");
  private static final Weakness ACCEPT_ALG_NONE =
      new Weakness("accept-alg-none", "believes a token that says it needs no signature");
  private static final Weakness TRUST_ALG_HEADER =
      new Weakness("trust-alg-header", "lets the token choose what its key is used for");
  private static final Weakness SKIP_SIGNATURE =
      new Weakness("skip-signature", "decodes tokens without verifying their signature");
  private static final Weakness ACCEPT_EMPTY_SIGNATURE =
      new Weakness("accept-empty-signature", "takes an empty signature for a right one");

  /** Longer evidence is cut: it would not be read. Characters. */
  private static final int MAX_EVIDENCE = 8 * 1024;

  private static final String ALGORITHMS =
      Arrays.stream(JwsAlgorithm.values())
          .map(JwsAlgorithm::text)
          .collect(Collectors.joining(", "));

  private final JwtDemands demands;

  JwtHeaderChecks(JwtDemands demands) {
    this.demands = demands;
  }

  /** The checks in their order. */
  List<Check<JwtAttempt>> list() {
    return List.of(
        check(
                "jwt.well-formed",
                "Is it three parts, base64url and JSON?",
                "RFC 7519 §7.2",
                this::wellFormed)
            .because(
                "What can be read in two ways will be: by the verifier in one, by somebody else in the other.")
            .partlyRemovedBy(FAIL_OPEN, JwtAttempt::isUnreadable),
        check("jwt.typ", "Is it the kind of token we ask for?", "RFC 8725 §3.11", this::type)
            .because(
                "An issuer signs several kinds of tokens. One that says who signed in is not one that opens an API.")
            .removedBy(IGNORE_TOKEN_TYPE),
        check(
                "jwt.crit",
                "Do we understand all that is critical?",
                "RFC 7515 §4.1.11",
                this::critical)
            .because(
                "The issuer marks as critical what changes the meaning of a token. Who does not understand it must refuse.")
            .removedBy(IGNORE_CRIT),
        check(
                "jwt.alg-allowed",
                "Is its algorithm on our own list?",
                "RFC 8725 §3.1",
                this::algorithmAllowed)
            .because(
                "The header was written by whoever sent the token. It must not talk us out of verifying.")
            .removedBy(ACCEPT_ALG_NONE),
        check("jwt.key-known", "Is it signed with a key of ours?", "RFC 8725 §3.10", this::keyKnown)
            .because("The token may choose among the keys that we trust. It may not bring one.")
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured),
        check(
                "jwt.key-fits-alg",
                "Is that key meant for that algorithm?",
                "RFC 8725 §3.1",
                this::keyFitsAlgorithm)
            .because(
                "Each key is for one algorithm. Used for another, a public key can become a secret that everybody knows.")
            .removedBy(TRUST_ALG_HEADER)
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured),
        check(
                "jwt.signature",
                "Does the signature fit header and payload?",
                "RFC 7515 §5.2",
                this::signature)
            .because("Only who has the issuer's key can make it, and it fits no other text.")
            .removedBy(SKIP_SIGNATURE)
            .partlyRemovedBy(ACCEPT_EMPTY_SIGNATURE, JwtAttempt::hasEmptySignature)
            .removedBy(ACCEPT_ALG_NONE, JwtAttempt::isUnsecured));
  }

  private Finding wellFormed(JwtAttempt attempt) {
    String expected = "header.payload.signature in base64url, header and payload JSON objects";
    Optional<String> problem = attempt.problem();
    if (problem.isPresent()) {
      return Finding.failed(expected, problem.get())
          .withSecret("token", shortened(attempt.presented().value()));
    }
    CompactJws token = attempt.token();
    return Finding.passed(expected, "it is")
        .withSecret("token", shortened(attempt.presented().value()))
        .with("header", shortened(token.headerText()))
        .with("payload", shortened(new String(token.payload(), StandardCharsets.UTF_8)));
  }

  private Finding type(JwtAttempt attempt) {
    Optional<String> typ = attempt.token().parameter("typ");
    String actual = typ.map(text -> "typ is " + text).orElse("it does not say (no typ)");
    @Nullable String wanted = demands.type();
    if (wanted == null) {
      return Finding.passed("any kind", actual);
    }
    return Finding.of(
        typ.map(JwtHeaderChecks::mediaType).filter(wanted::equals).isPresent(),
        "typ " + wanted,
        actual);
  }

  /** RFC 7515 §4.1.9: the beginning may be left out. Media types are compared without case. */
  private static String mediaType(String typ) {
    String lower = typ.toLowerCase(Locale.ROOT);
    return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
  }

  /** This verifier has no extensions, not even RFC 7797's payloads that are not encoded. */
  private Finding critical(JwtAttempt attempt) {
    String expected = "no critical extension, since none is known here";
    CompactJws token = attempt.token();
    if (token.header().has("crit")) {
      return Finding.failed(
          expected, "crit is " + shortened(token.header().path("crit").toString()));
    }
    boolean encoded = token.header().path("b64").asBoolean(true);
    return Finding.of(encoded, expected, encoded ? "there is none" : "b64 is false");
  }

  private Finding algorithmAllowed(JwtAttempt attempt) {
    String alg = attempt.alg();
    return Finding.of(
            attempt.algorithm().isPresent(),
            "one of " + ALGORITHMS,
            alg.isEmpty() ? "the header names none" : shortened(alg))
        .with("alg", shortened(alg));
  }

  private Finding keyKnown(JwtAttempt attempt) {
    Optional<String> kid = attempt.token().parameter("kid");
    List<Jwk> candidates = attempt.candidates();
    String expected = "a key that is trusted here";
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

  private Finding keyFitsAlgorithm(JwtAttempt attempt) {
    Optional<JwsAlgorithm> named = attempt.algorithm();
    if (named.isEmpty()) {
      return Finding.failed("a key for that algorithm", "there is none for " + attempt.alg());
    }
    JwsAlgorithm algorithm = named.get();
    List<Jwk> candidates = attempt.candidates();
    String expected = "a key for " + algorithm.text();
    return fitting(candidates, algorithm).stream()
        .findFirst()
        .map(key -> Finding.passed(expected, key.name() + " is one"))
        .orElseGet(() -> Finding.failed(expected, misfits(candidates, algorithm)));
  }

  private static String misfits(List<Jwk> candidates, JwsAlgorithm algorithm) {
    return shortened(
        candidates.stream()
            .flatMap(key -> key.misfit(algorithm).map(why -> key.name() + ": " + why).stream())
            .collect(Collectors.joining("; ")));
  }

  private static List<Jwk> fitting(List<Jwk> keys, JwsAlgorithm algorithm) {
    return keys.stream().filter(key -> key.misfit(algorithm).isEmpty()).toList();
  }

  private Finding signature(JwtAttempt attempt) {
    JwsAlgorithm algorithm = attempt.algorithm().orElseThrow();
    CompactJws token = attempt.token();
    String expected = "made with the issuer's key over this header and payload";
    Optional<Jwk> signer =
        keysToTry(attempt.candidates(), algorithm).stream()
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

  /**
   * Those that are meant for it (RFC 7515 §6). None is only if the check before was taken away:
   * then, as the token pleases, whatever key it names.
   */
  private static List<Jwk> keysToTry(List<Jwk> candidates, JwsAlgorithm algorithm) {
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

  static String shortened(String text) {
    return text.length() <= MAX_EVIDENCE ? text : text.substring(0, MAX_EVIDENCE) + " …";
  }
}
