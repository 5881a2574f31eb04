package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.jose.CompactJws;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a token announces (RFC 7519 §7.2, RFC 8725 §3): whether it can be read, of what
 * kind it is, and by which algorithm it claims to be signed. Whether it is, {@link
 * JwtSignatureChecks} ask; until then everything in it is no more than what its sender wrote.
 */
final class JwtHeaderChecks {
  static final Weakness FAIL_OPEN =
      new Weakness(
          "fail-open", "lets a request go on as the first person when its token cannot be read");
  private static final Weakness LENIENT_JSON =
      new Weakness("lenient-json", "takes the last of two claims of the same name, as it comes");
  private static final Weakness IGNORE_TOKEN_TYPE =
      new Weakness("ignore-token-type", "takes any signed token for an access token");
  private static final Weakness IGNORE_CRIT =
      new Weakness("ignore-crit", "ignores extensions that the issuer declared critical");
  static final Weakness ACCEPT_ALG_NONE =
      new Weakness("accept-alg-none", "believes a token that says it needs no signature");

  /** Longer evidence is cut: it would not be read. Characters. */
  private static final int MAX_EVIDENCE = 8 * 1024;

  private static final String ALGORITHMS =
      Arrays.stream(JwsAlgorithm.values())
          .map(JwsAlgorithm::text)
          .collect(Collectors.joining(", "));

  private JwtHeaderChecks() {}

  /** The checks in their order. */
  static List<Check<JwtAttempt>> list() {
    return List.of(
        check(
                "jwt.well-formed",
                "Is it three parts, base64url and JSON?",
                "RFC 7519 §7.2",
                JwtHeaderChecks::wellFormed)
            .because(
                "What can be read in two ways will be: by the verifier in one, by somebody else in the other.")
            .partlyRemovedBy(FAIL_OPEN, JwtAttempt::isUnreadable)
            .partlyRemovedBy(LENIENT_JSON, JwtAttempt::isAmbiguous),
        check(
                "jwt.typ",
                "Is it the kind of token we ask for?",
                "RFC 8725 §3.11",
                JwtHeaderChecks::type)
            .because(
                "An issuer signs several kinds of tokens. One that says who signed in is not one that opens an API.")
            .removedBy(IGNORE_TOKEN_TYPE),
        check(
                "jwt.crit",
                "Do we understand all that is critical?",
                "RFC 7515 §4.1.11",
                JwtHeaderChecks::critical)
            .because(
                "The issuer marks as critical what changes the meaning of a token. Who does not understand it must refuse.")
            .removedBy(IGNORE_CRIT),
        check(
                "jwt.alg-allowed",
                "Is its algorithm on our own list?",
                "RFC 8725 §3.1",
                JwtHeaderChecks::algorithmAllowed)
            .because(
                "The header was written by whoever sent the token. It must not talk us out of verifying.")
            .removedBy(ACCEPT_ALG_NONE));
  }

  private static Finding wellFormed(JwtAttempt attempt) {
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

  private static Finding type(JwtAttempt attempt) {
    Optional<String> typ = attempt.token().parameter("typ");
    String actual = typ.map(text -> "typ is " + text).orElse("it does not say (no typ)");
    @Nullable List<String> wanted = attempt.party().demands().types();
    if (wanted == null) {
      return Finding.passed("any kind", actual);
    }
    String expected = "typ " + String.join(" or ", wanted);
    Optional<String> said = attempt.claim("typ").filter(kind -> !kind.equals("Bearer"));
    if (attempt.party().outside() && said.isPresent()) {
      // Keycloak calls all its tokens JWT and says what they are among the claims.
      return Finding.failed(expected, actual + ", and in the payload it is " + said.get());
    }
    return Finding.of(
        typ.map(JwtHeaderChecks::mediaType).filter(wanted::contains).isPresent(), expected, actual);
  }

  /** RFC 7515 §4.1.9: the beginning may be left out. Media types are compared without case. */
  private static String mediaType(String typ) {
    String lower = typ.toLowerCase(Locale.ROOT);
    return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
  }

  /** This verifier has no extensions, not even RFC 7797's payloads that are not encoded. */
  private static Finding critical(JwtAttempt attempt) {
    String expected = "no critical extension, since none is known here";
    CompactJws token = attempt.token();
    if (token.header().has("crit")) {
      return Finding.failed(
          expected, "crit is " + shortened(token.header().path("crit").toString()));
    }
    boolean encoded = token.header().path("b64").asBoolean(true);
    return Finding.of(encoded, expected, encoded ? "there is none" : "b64 is false");
  }

  private static Finding algorithmAllowed(JwtAttempt attempt) {
    String alg = attempt.alg();
    return Finding.of(
            attempt.algorithm().isPresent(),
            "one of " + ALGORITHMS,
            alg.isEmpty() ? "the header names none" : shortened(alg))
        .with("alg", shortened(alg));
  }

  static String shortened(String text) {
    return text.length() <= MAX_EVIDENCE ? text : text.substring(0, MAX_EVIDENCE) + " …";
  }
}
