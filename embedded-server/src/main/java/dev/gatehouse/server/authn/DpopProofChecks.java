package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.jose.Jwk;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.jose.Signatures;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Header;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked of a proof that its sender has a key (RFC 9449 §4.3), in the order of that section.
 * It remembers which proofs came, so each list of checks needs one of its own. Safe for use by many
 * threads.
 */
public final class DpopProofChecks {
  /** The field with a number for the next proof (RFC 9449 §8). */
  public static final String NONCE_FIELD = "DPoP-Nonce";

  /** How far the time of a proof may be from now, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Weakness JTI_REUSE =
      new Weakness("dpop-jti-reuse", "takes the same proof any number of times");
  private static final Weakness IGNORE_HTU =
      new Weakness("dpop-ignore-htu", "takes a proof that was made for another address");

  private static final int MOST_OF_EACH_KEY = 20_000;
  private static final int MOST_OF_ALL = 200_000;

  private final UsedSignatures used =
      new UsedSignatures(WINDOW.multipliedBy(2), MOST_OF_EACH_KEY, MOST_OF_ALL);
  private final SignedNonces nonces;
  private final Clock clock;
  private final boolean optional;
  private final Refusal invalid;
  private final Refusal nonceWanted;

  private DpopProofChecks(Clock clock, int status, boolean optional) {
    this.nonces = new SignedNonces(clock);
    this.clock = clock;
    this.optional = optional;
    this.invalid = new Refusal(status, "invalid_dpop_proof", null);
    this.nonceWanted = new Refusal(status, "use_dpop_nonce", null);
  }

  /** Those of a proof that must come with an access token (RFC 9449 §7). */
  static DpopProofChecks withToken(Clock clock) {
    return new DpopProofChecks(clock, 401, false);
  }

  /** Those of a proof that comes with a request for tokens, if one comes (RFC 9449 §5). */
  public static DpopProofChecks forTokens(Clock clock) {
    return new DpopProofChecks(clock, 400, true);
  }

  /** The algorithms by which a proof can be signed: those with a key that can be shown. */
  public static List<String> algorithms() {
    return Arrays.stream(JwsAlgorithm.values())
        .filter(algorithm -> algorithm.family() != JwsAlgorithm.Family.HMAC)
        .map(JwsAlgorithm::text)
        .toList();
  }

  /** All that is asked of the proof alone, in order. */
  public List<Check<DpopProof>> list() {
    return List.of(
        ask("dpop.single", "Is there one proof?", "RFC 9449 §4.3", this::single)
            .because("The token alone is not enough: its sender has to prove to have the key."),
        ask(
            "dpop.well-formed",
            "Is it three parts, base64url and JSON?",
            "RFC 9449 §4.3",
            this::wellFormed),
        ask("dpop.typ", "Does it say that it is a proof?", "RFC 9449 §4.2", this::type)
            .because("What was signed to say something else must not be taken for a proof."),
        ask("dpop.alg", "Is it signed by a key pair?", "RFC 9449 §4.2", this::algorithm)
            .because("A proof that anybody can make who has seen one proves nothing."),
        ask("dpop.jwk", "Does it bring a public key?", "RFC 9449 §4.2", this::key)
            .because("The key travels with the proof. Whether it is the right one is asked later."),
        ask("dpop.signature", "Was it signed with that key?", "RFC 9449 §4.3", this::signature)
            .because("So its sender has the private half, which never travels."),
        ask("dpop.htm", "Is it for this method?", "RFC 9449 §4.3", this::method)
            .because("A proof for reading must not be of use for deleting."),
        ask("dpop.htu", "Is it for this address?", "RFC 9449 §4.3", this::address)
            .because("Any server that is sent a proof could otherwise use it here.")
            .removedBy(IGNORE_HTU),
        ask("dpop.iat", "Was it made just now?", "RFC 9449 §11.1", this::issuedAt)
            .because("A proof that is found in a log must not work for long."),
        ask("dpop.nonce", "Does it have a number of ours?", "RFC 9449 §8", this::nonce)
            .because("Whoever had the key for a moment could otherwise make proofs for next week.")
            .refusedWith(nonceWanted));
  }

  /** Whether it is for the token with which it came. */
  Check<DpopProof> ofToken() {
    return ask("dpop.ath", "Is it for this token?", "RFC 9449 §4.3", this::tokenHash)
        .because("Otherwise a proof could be used with another token of the same key.");
  }

  /** Whether it is used for the first time. Asked last, for it is remembered. */
  public Check<DpopProof> unused() {
    return ask("dpop.jti", "Is it used for the first time?", "RFC 9449 §11.1", this::firstUse)
        .because("Who overheard a proof could send it again, within those minutes.")
        .removedBy(JTI_REUSE);
  }

  /** A number for the next proof. */
  public Header nextNonce() {
    return new Header(NONCE_FIELD, nonces.next());
  }

  /** Whether it is time for another number than that of this proof, which is still good. */
  boolean isHalfSpent(DpopProof proof) {
    Instant madeAt = proof.claim("nonce").map(SignedNonces::madeAt).orElse(Instant.MIN);
    return clock.instant().isAfter(madeAt.plus(SignedNonces.LIFETIME.dividedBy(2)));
  }

  private Check<DpopProof> ask(
      String id, String question, String source, Check.Body<DpopProof> body) {
    return Check.<DpopProof>check(
            id,
            question,
            source,
            proof ->
                optional && !proof.isSent()
                    ? Finding.passed("a proof, if one is sent", "none is sent")
                    : body.examine(proof))
        .refusedWith(invalid);
  }

  private Finding single(DpopProof proof) {
    int count = proof.sent().size();
    return Finding.of(
        count == 1, "one " + DpopProof.FIELD + " field", count == 0 ? "none" : "" + count);
  }

  private Finding wellFormed(DpopProof proof) {
    String expected = "header.payload.signature in base64url, header and payload JSON objects";
    if (!proof.flaw().isEmpty()) {
      return Finding.failed(expected, proof.flaw());
    }
    return Finding.passed(expected, "it is")
        .with("header", JwtHeaderChecks.shortened(proof.token().headerText()))
        .with("payload", JwtHeaderChecks.shortened(proof.claims().toString()));
  }

  private Finding type(DpopProof proof) {
    String typ = proof.token().parameter("typ").orElse("");
    return Finding.of(
        typ.equals(DpopProof.TYPE),
        "typ " + DpopProof.TYPE,
        typ.isEmpty() ? "it does not say (no typ)" : "typ is " + JwtHeaderChecks.shortened(typ));
  }

  private Finding algorithm(DpopProof proof) {
    String alg = proof.token().parameter("alg").orElse("none named");
    return Finding.of(
        algorithms().contains(alg),
        "one of " + String.join(", ", algorithms()),
        JwtHeaderChecks.shortened(alg));
  }

  private Finding key(DpopProof proof) {
    JwsAlgorithm algorithm = proof.algorithm().orElseThrow();
    String expected = "jwk with a public key for " + algorithm.text() + ", and no private one";
    if (!proof.keyFlaw().isEmpty()) {
      return Finding.failed(expected, proof.keyFlaw());
    }
    Jwk key = proof.key();
    return key.misfit(algorithm)
        .or(() -> key.shortfall(algorithm))
        .map(why -> Finding.failed(expected, why))
        .orElseGet(() -> Finding.passed(expected, "there is one"))
        .with("jwk", proof.jwk().toString())
        .with("its thumbprint (RFC 7638)", proof.jkt().orElseThrow());
  }

  private Finding signature(DpopProof proof) {
    JwsAlgorithm algorithm = proof.algorithm().orElseThrow();
    Jwk key = proof.key();
    boolean fits =
        Signatures.fits(
            algorithm, key.key(), proof.token().signingInput(), proof.token().signature());
    return Finding.of(
            fits,
            "made with the key in the proof",
            fits ? "it is" : "it was made with another key or over another text")
        .with(
            "signed text",
            JwtHeaderChecks.shortened(
                new String(proof.token().signingInput(), StandardCharsets.US_ASCII)));
  }

  private Finding method(DpopProof proof) {
    return compared(proof, "htm", proof.arrival().method());
  }

  private Finding address(DpopProof proof) {
    String wanted = DpopTarget.of(proof.arrival()).orElse("an address that can be compared");
    String htu = proof.claim("htu").orElse("");
    Optional<String> meant = DpopTarget.normalised(htu);
    return Finding.of(
            meant.isPresent() && meant.get().equals(wanted),
            "htu " + wanted,
            htu.isEmpty() ? "there is no htu" : "htu is " + JwtHeaderChecks.shortened(htu))
        .with("htu, as it is compared", meant.orElse("it is no address"));
  }

  private Finding compared(DpopProof proof, String claim, String wanted) {
    String said = proof.claim(claim).orElse("");
    return Finding.of(
        said.equals(wanted),
        claim + " " + wanted,
        said.isEmpty() ? "there is no " + claim : claim + " is " + JwtHeaderChecks.shortened(said));
  }

  private Finding issuedAt(DpopProof proof) {
    String expected = "iat within " + WINDOW.toMinutes() + " minutes of now";
    Instant now = clock.instant();
    JsonNode iat = proof.claims().path("iat");
    double away = Math.abs(iat.doubleValue() - now.getEpochSecond());
    String found =
        iat.isMissingNode()
            ? "there is no iat"
            : "iat is " + JwtHeaderChecks.shortened(iat.toString());
    return Finding.of(iat.isNumber() && away <= WINDOW.toSeconds(), expected, found)
        .with("now", now.toString() + " (" + now.getEpochSecond() + ")");
  }

  private Finding nonce(DpopProof proof) {
    String expected =
        "nonce of an answer of the last " + SignedNonces.LIFETIME.toMinutes() + " minutes";
    String nonce = proof.claim("nonce").orElse("");
    String found =
        nonce.isEmpty()
            ? "there is no nonce"
            : !nonces.isOurs(nonce)
                ? "one that was not made here"
                : nonces.isFresh(nonce) ? "it is" : "one that is too old";
    return Finding.of(found.equals("it is"), expected, found)
        .with("nonce", JwtHeaderChecks.shortened(nonce));
  }

  private Finding tokenHash(DpopProof proof) {
    byte[] token = proof.accessToken().orElse("").getBytes(StandardCharsets.US_ASCII);
    return compared(proof, "ath", PublicJwk.sha256(token));
  }

  /** However long it is, only a digest of it is remembered. */
  private Finding firstUse(DpopProof proof) {
    String expected = "a jti that has not been used with this key";
    String jti = proof.claim("jti").orElse("");
    if (jti.isEmpty()) {
      return Finding.failed(expected, "there is no jti");
    }
    String digest = PublicJwk.sha256(jti.getBytes(StandardCharsets.UTF_8));
    return switch (used.use(proof.jkt().orElseThrow(), digest, clock.instant())) {
      case FIRST -> Finding.passed(expected, "it is new").with("jti", jti);
      case AGAIN -> Finding.failed(expected, "it has been used already").with("jti", jti);
      case NO_ROOM ->
          Finding.failed(expected, "no room to remember one more")
              .answeredBy(Refusal.later(503, WINDOW));
    };
  }

  /** As a challenge lists them (RFC 9449 §7.1). */
  static String listed() {
    return algorithms().stream().collect(Collectors.joining(" "));
  }
}
