package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token says (RFC 7519 §4.1): by whom, for whom, and when. Asked only after the
 * signature, since before that the claims are anybody's.
 */
final class JwtClaimChecks {
  private static final Weakness IGNORE_ISSUER =
      new Weakness("ignore-issuer", "accepts tokens of any issuer whose key it knows");
  private static final Weakness IGNORE_AUDIENCE =
      new Weakness("ignore-audience", "accepts tokens that were meant for another API");
  private static final Weakness IGNORE_EXPIRY =
      new Weakness("ignore-expiry", "accepts tokens that have ended");
  private static final Weakness IGNORE_NOT_BEFORE =
      new Weakness("ignore-not-before", "accepts tokens whose time has not yet come");

  /** The end of the year 9999. No token is meant to last longer. Seconds since 1970. */
  private static final double LATEST = 253_402_300_799.0;

  private final Clock clock;

  JwtClaimChecks(Clock clock) {
    this.clock = clock;
  }

  /** The checks in their order. */
  List<Check<JwtAttempt>> list() {
    return List.of(
        check("jwt.iss", "Was it issued by whom we trust?", "RFC 7519 §4.1.1", this::issuer)
            .because("Each issuer has its own people. Alice there need not be Alice here.")
            .removedBy(IGNORE_ISSUER),
        check("jwt.aud", "Was it meant for this API?", "RFC 7519 §4.1.3", this::audience)
            .because("Otherwise every API that is sent a token could use it at every other.")
            .removedBy(IGNORE_AUDIENCE),
        check("jwt.exp", "Is it still valid?", "RFC 7519 §4.1.4", this::expiry)
            .because("A stolen token is worth less when it does not last.")
            .removedBy(IGNORE_EXPIRY),
        check("jwt.nbf", "Has its time begun?", "RFC 7519 §4.1.5", this::notBefore)
            .because("A token can be issued today for next week.")
            .removedBy(IGNORE_NOT_BEFORE),
        check("jwt.iat", "Was it issued in the past?", "FAPI 2.0 §5.3.2.1", this::issuedAt)
            .because("A token from the future means that a clock or an issuer is wrong."),
        check("jwt.sub", "Does it say whom it is about?", "RFC 7519 §4.1.2", this::subject));
  }

  private static JwtDemands demands(JwtAttempt attempt) {
    return attempt.party().demands();
  }

  private Finding issuer(JwtAttempt attempt) {
    @Nullable String wanted = demands(attempt).issuer();
    JsonNode iss = attempt.claims().path("iss");
    boolean right = wanted == null ? isTextOrMissing(iss) : wanted.equals(iss.textValue());
    return Finding.of(right, wanted == null ? "any issuer" : wanted, words(iss, "iss"));
  }

  private Finding audience(JwtAttempt attempt) {
    @Nullable String wanted = demands(attempt).audience();
    JsonNode aud = attempt.claims().path("aud");
    boolean right =
        isListOfTexts(aud)
            ? wanted == null || contains(aud, wanted)
            : wanted == null ? isTextOrMissing(aud) : wanted.equals(aud.textValue());
    return Finding.of(right, wanted == null ? "any audience" : wanted, words(aud, "aud"));
  }

  private Finding expiry(JwtAttempt attempt) {
    return time(
        attempt, "exp", "an end in the future", demands(attempt).allClaims(), Instant::isBefore);
  }

  private Finding notBefore(JwtAttempt attempt) {
    return time(
        attempt,
        "nbf",
        "a beginning that is over",
        false,
        (now, nbf) -> !now.plus(demands(attempt).leeway()).isBefore(nbf));
  }

  private Finding issuedAt(JwtAttempt attempt) {
    return time(
        attempt,
        "iat",
        "a time in the past",
        demands(attempt).allClaims(),
        (now, iat) -> !now.plus(demands(attempt).leeway()).isBefore(iat));
  }

  private Finding subject(JwtAttempt attempt) {
    String claim = attempt.party().subjectClaim(attempt);
    JsonNode sub = attempt.claims().path(claim);
    if (!demands(attempt).allClaims()) {
      return Finding.of(isTextOrMissing(sub), "a subject, if there is one", words(sub, claim));
    }
    boolean known = attempt.person().get().isPresent();
    Finding finding = Finding.of(known, "somebody who is known here", words(sub, claim));
    JsonNode act = attempt.claims().path("act");
    // Who acts for them decides nothing: the token says what may be done (RFC 8693 §4.1).
    return act.isMissingNode()
        ? finding
        : finding.with("act (who acts for them)", JwtHeaderChecks.shortened(act.toString()));
  }

  private Finding time(
      JwtAttempt attempt,
      String claim,
      String expected,
      boolean required,
      BiPredicate<Instant, Instant> isRight) {
    JsonNode value = attempt.claims().path(claim);
    if (value.isMissingNode()) {
      return Finding.of(!required, expected, "there is no " + claim);
    }
    Optional<Instant> date = numericDate(value);
    if (date.isEmpty()) {
      return Finding.failed(
          expected, words(value, claim) + ", which is no number of seconds since 1970");
    }
    Instant now = clock.instant();
    boolean right = isRight.test(now, date.get());
    String actual = claim + " is " + date.get();
    return Finding.of(right, expected, right ? actual : actual + ", and now is " + now)
        .with(claim, value.asText());
  }

  /** Seconds since 1970 as a JSON number, fractions allowed (NumericDate, RFC 7519 §2). */
  private static Optional<Instant> numericDate(JsonNode value) {
    double seconds = value.doubleValue();
    if (!value.isNumber() || !(seconds >= 0 && seconds <= LATEST)) {
      return Optional.empty();
    }
    long whole = (long) seconds;
    return Optional.of(Instant.ofEpochSecond(whole, (long) ((seconds - whole) * 1e9)));
  }

  private static boolean isTextOrMissing(JsonNode value) {
    return value.isMissingNode() || value.isTextual();
  }

  private static boolean isListOfTexts(JsonNode value) {
    boolean texts = true;
    for (JsonNode one : value) {
      texts = texts && one.isTextual();
    }
    return value.isArray() && texts;
  }

  private static boolean contains(JsonNode list, String text) {
    for (JsonNode one : list) {
      if (text.equals(one.textValue())) {
        return true;
      }
    }
    return false;
  }

  private static String words(JsonNode value, String claim) {
    if (value.isMissingNode()) {
      return "there is no " + claim;
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    return claim + " is " + JwtHeaderChecks.shortened(text);
  }
}
