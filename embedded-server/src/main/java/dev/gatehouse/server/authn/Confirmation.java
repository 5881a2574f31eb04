package dev.gatehouse.server.authn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.jose.PublicJwk;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether whoever sends a token has the key that it is bound to: the claim {@code cnf} (RFC 7800
 * §3.1). A token that says nothing of that can be used by whoever has it.
 */
final class Confirmation {
  static final Weakness BOUND_TOKEN_AS_BEARER =
      new Weakness(
          "bound-token-as-bearer",
          "takes a token that is bound to a key without a proof of the key");
  static final Weakness BEARER_UNBOUND =
      new Weakness(
          "bearer-unbound",
          "takes a token that is bound to a certificate from a connection that has none");
  static final Weakness IGNORE_CNF =
      new Weakness(
          "ignore-cnf", "does not compare the sender's certificate or key with that of the token");

  /** The SHA-256 of the certificate (RFC 8705 §3.1). */
  static final String CERTIFICATE = "x5t#S256";

  /** The thumbprint of the key of the proof (RFC 9449 §6.1). */
  static final String KEY = "jkt";

  private Confirmation() {}

  /** The check. */
  static Check<JwtAttempt> check() {
    return Check.check(
            "jwt.cnf",
            "Does its sender have what it is bound to?",
            "RFC 7800 §3.1",
            Confirmation::ask)
        .because(
            "A bound token names the key or the certificate of its owner. Who steals the token has not stolen the key.")
        .partlyRemovedBy(
            BOUND_TOKEN_AS_BEARER,
            attempt -> names(attempt, KEY) && attempt.possession().proof().isEmpty())
        .partlyRemovedBy(
            BEARER_UNBOUND,
            attempt -> names(attempt, CERTIFICATE) && attempt.possession().certificate().isEmpty())
        .partlyRemovedBy(
            IGNORE_CNF,
            attempt ->
                names(attempt, CERTIFICATE)
                    ? attempt.possession().certificate().isPresent()
                    : names(attempt, KEY) && attempt.possession().proof().isPresent());
  }

  private static boolean names(JwtAttempt attempt, String member) {
    return attempt.claims().path("cnf").has(member);
  }

  private static Finding ask(JwtAttempt attempt) {
    JsonNode cnf = attempt.claims().path("cnf");
    Possession possession = attempt.possession();
    if (cnf.isMissingNode()) {
      return possession.proof().isPresent()
          ? Finding.failed("a token that is bound to the key of the proof", "it has no cnf")
          : Finding.passed("whom it is bound to, if it is", "it is not: whoever has it may use it");
    }
    @Nullable String unknown = unknownMember(cnf);
    if (unknown != null) {
      return Finding.failed("cnf with jkt or x5t#S256", unknown).with("cnf", cnf.toString());
    }
    if (possession.proof().isPresent() && !cnf.has(KEY)) {
      return Finding.failed("a token that is bound to the key of the proof", "its cnf has no jkt")
          .with("cnf", cnf.toString());
    }
    Finding ofKey =
        compared(KEY, cnf, "the key of a DPoP proof", possession.proof().flatMap(DpopProof::jkt));
    return ofKey.passed() && cnf.has(CERTIFICATE)
        ? compared(
            CERTIFICATE,
            cnf,
            "the certificate of the connection",
            possession.certificate().map(Confirmation::sha256))
        : ofKey;
  }

  /** What is not understood must not be passed over: it may be what binds it. */
  private static @Nullable String unknownMember(JsonNode cnf) {
    if (!cnf.isObject() || cnf.isEmpty()) {
      return "a cnf that names nothing";
    }
    for (Iterator<String> names = cnf.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      boolean known = name.equals(KEY) || name.equals(CERTIFICATE);
      if (!known || !cnf.path(name).isTextual()) {
        return JwtHeaderChecks.shortened(name) + ", which cannot be compared here";
      }
    }
    return null;
  }

  private static Finding compared(
      String member, JsonNode cnf, String what, Optional<String> shown) {
    if (!cnf.has(member)) {
      return Finding.passed("whom it is bound to", "nothing is said of " + what);
    }
    String bound = cnf.path(member).asText();
    String expected = what + " that the token is bound to";
    Finding finding =
        shown
            .map(
                digest ->
                    Finding.of(
                        digest.equals(bound),
                        expected,
                        digest.equals(bound) ? "it is" : "another one: " + digest))
            .orElseGet(() -> Finding.failed(expected, "none was shown"));
    return finding.with("cnf " + member, bound).with("shown", shown.orElse("none"));
  }

  /**
   * The SHA-256 of a certificate in base64url (RFC 8705 §3.1).
   *
   * @throws IllegalArgumentException if it cannot be written down
   */
  static String sha256(X509Certificate certificate) {
    try {
      return PublicJwk.sha256(certificate.getEncoded());
    } catch (CertificateEncodingException unusable) {
      throw new IllegalArgumentException("a certificate that cannot be encoded", unusable);
    }
  }
}
