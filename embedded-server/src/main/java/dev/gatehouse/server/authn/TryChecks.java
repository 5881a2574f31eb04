package dev.gatehouse.server.authn;

import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Duration;
import java.util.function.Function;

/**
 * Whether there are tries left, asked by every scheme that goes by a password. Each takes a try
 * before the password is looked at; the scheme says afterwards what became of it.
 *
 * @param <A> the scheme's view of one attempt
 */
final class TryChecks<A> {
  static final Weakness NO_THROTTLE =
      new Weakness(
          "no-throttle", "lets anybody try passwords on one person for as long as they like");
  static final Weakness NO_SOURCE_THROTTLE =
      new Weakness(
          "no-source-throttle",
          "lets one machine try passwords on everybody for as long as it likes");

  private final Attempts attempts;
  private final Function<A, String> account;
  private final Function<A, String> source;

  /**
   * Checks that count there.
   *
   * @param account who an attempt is said to be by
   * @param source the address it came from
   */
  TryChecks(Attempts attempts, Function<A, String> account, Function<A, String> source) {
    this.attempts = attempts;
    this.account = account;
    this.source = source;
  }

  /** Asks whether somebody has been guessing this person's password. */
  Check<A> account() {
    return Check.<A>check(
            "attempts.account",
            "Are there tries left for this person?",
            "NIST SP 800-63B-3 §5.2.2",
            attempt -> tries(attempts.takeForAccount(account.apply(attempt))))
        .because(
            "Whoever may try for ever will guess it some day. A right password has to wait too, or waiting gives it away.")
        .removedBy(NO_THROTTLE);
  }

  /** Asks whether the machine it comes from has been guessing passwords. */
  Check<A> source() {
    return Check.<A>check(
            "attempts.source",
            "Are there tries left for this address?",
            "NIST SP 800-63B-3 §5.2.2",
            this::source)
        .because(
            "One common password, tried on everybody, never makes many failures for one person.")
        .removedBy(NO_SOURCE_THROTTLE);
  }

  private Finding source(A attempt) {
    Finding tries = tries(attempts.takeForSource(source.apply(attempt)));
    if (!tries.passed()) {
      attempts.notMadeForAccount(account.apply(attempt));
    }
    return tries;
  }

  /** What a wait of this length means. */
  static Finding tries(Duration wait) {
    String expected = "no wait after too many failures";
    if (wait.isZero()) {
      return Finding.passed(expected, "none");
    }
    Duration seconds = Duration.ofSeconds(wait.plusMillis(999).toSeconds());
    return Finding.failed(expected, seconds.toSeconds() + " seconds to wait")
        .answeredBy(Refusal.later(429, seconds));
  }
}
