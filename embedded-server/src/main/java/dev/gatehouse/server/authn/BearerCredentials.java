package dev.gatehouse.server.authn;

import dev.gatehouse.server.authn.Presented.Location;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What all tokens sent as Bearer have in common, signed or opaque (RFC 6750): where they stand and
 * how they are asked for.
 */
final class BearerCredentials {
  static final String SCHEME = "Bearer";
  static final Weakness TOKEN_IN_QUERY =
      new Weakness(
          "token-in-query", "takes a token out of a URL, where logs and Referer headers keep it");

  /** What is found of a secret in a cookie, where it has no business. */
  static final String IN_A_COOKIE = "a cookie, which is the way of sessions";

  private static final String PARAMETER = "access_token";

  // With a name of our own: cookies are shared by all that runs on this machine, whatever its port.
  private static final String COOKIE = "gatehouse-token";

  private BearerCredentials() {}

  /**
   * The tokens in the request, in the Authorization header (RFC 6750 §2.1), in the query (§2.3) or
   * in a cookie, of which that RFC knows nothing.
   *
   * @param mine which of them are of the caller's type; two types share the scheme
   */
  static List<Presented> find(Arrival arrival, Predicate<String> mine) {
    List<Presented> found = new ArrayList<>(AuthorizationHeader.find(arrival, SCHEME));
    FormParameters.values(arrival.query(), PARAMETER)
        .forEach(token -> found.add(new Presented(Location.QUERY, -1, token)));
    found.addAll(Cookies.find(arrival, COOKIE));
    found.removeIf(presented -> !mine.test(presented.value()));
    return found;
  }

  /** Asks whether the token stood where tokens belong. */
  static <A> Check<A> location(Function<A, Presented> presented) {
    return Check.<A>check(
            "bearer.location",
            "Was it sent in the header for it?",
            "RFC 6750 §5.3",
            attempt -> location(presented.apply(attempt).location()))
        .because(
            "Addresses end up in logs, histories and Referer headers, and a token in them does too. Cookies are sent by"
                + " browsers on their own, also at the wish of another site: that way is for sessions, which are guarded"
                + " against it.")
        .refusedWith(Refusal.BAD_REQUEST)
        .partlyRemovedBy(
            TOKEN_IN_QUERY, attempt -> presented.apply(attempt).location() == Location.QUERY);
  }

  /** Asks for a token; with the reason of the refusal if one was refused just now (RFC 6750 §3). */
  static Challenge challenge(@Nullable CheckResult failure) {
    return withReason(Challenge.of(SCHEME), failure);
  }

  /** The challenge with the reason of the refusal, if one was refused just now. */
  static Challenge withReason(Challenge challenge, @Nullable CheckResult failure) {
    if (failure == null || failure.refusal() == null || failure.refusal().error() == null) {
      return challenge;
    }
    Challenge reasoned =
        challenge
            .with("error", failure.refusal().error())
            .with("error_description", descriptionOf(failure));
    return StepUp.isAskedBy(failure.refusal()) ? StepUp.demandedBy(reasoned) : reasoned;
  }

  private static Finding location(Location location) {
    return Finding.of(
        location == Location.AUTHORIZATION_HEADER,
        Location.AUTHORIZATION_HEADER.words(),
        location == Location.COOKIE ? IN_A_COOKIE : location.words());
  }

  /**
   * Names the check and what it wanted, never what it found. Only characters that RFC 6750 §3
   * allows.
   */
  private static String descriptionOf(CheckResult failure) {
    String words = failure.id() + ": expected " + failure.expected();
    return words.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "?");
  }
}
