package dev.gatehouse.server.authn;

import static java.util.Objects.requireNonNull;

import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passwords;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Duration;

/** What every scheme asks of a name and a password, however they were sent. */
final class PasswordChecks {
  static final Weakness NO_THROTTLE =
      new Weakness(
          "no-throttle", "lets anybody try passwords on one person for as long as they like");
  static final Weakness NO_SOURCE_THROTTLE =
      new Weakness(
          "no-source-throttle",
          "lets one machine try passwords on everybody for as long as it likes");

  private final Identity identity;

  PasswordChecks(Identity identity) {
    this.identity = identity;
  }

  /** Asks whether somebody has been guessing this person's password. */
  Check<PasswordReading> account() {
    return Check.<PasswordReading>check(
            "attempts.account",
            "Are there tries left for this person?",
            "NIST SP 800-63B-3 §5.2.2",
            this::account)
        .because(
            "Whoever may try for ever will guess it some day. A right password has to wait too, or waiting gives it away.")
        .removedBy(NO_THROTTLE);
  }

  /** Asks whether the machine it comes from has been guessing passwords. */
  Check<PasswordReading> source() {
    return Check.<PasswordReading>check(
            "attempts.source",
            "Are there tries left for this address?",
            "NIST SP 800-63B-3 §5.2.2",
            this::source)
        .because(
            "One common password, tried on everybody, never makes many failures for one person.")
        .removedBy(NO_SOURCE_THROTTLE);
  }

  /**
   * Asks whether the password is right. An unknown person and a wrong password look the same and
   * take as long.
   */
  Check<PasswordReading> fits(String id, String demandedBy) {
    return Check.<PasswordReading>check(
            id, "Does the password fit the stored hash?", demandedBy, this::fits)
        .because(
            "The server does not store the password, only a hash that takes long to compute. So a stolen table is slow to"
                + " guess.");
  }

  private Finding account(PasswordReading reading) {
    return tries(identity.attempts().takeForAccount(requireNonNull(reading.name())));
  }

  private Finding source(PasswordReading reading) {
    Finding tries = tries(identity.attempts().takeForSource(reading.source()));
    if (!tries.passed()) {
      identity.attempts().notMadeForAccount(requireNonNull(reading.name()));
    }
    return tries;
  }

  private Finding fits(PasswordReading reading) {
    String expected = "the password of a person known here";
    String name = requireNonNull(reading.name());
    Attempts attempts = identity.attempts();
    Passwords.Answer answer = Passwords.Answer.BUSY;
    try {
      answer =
          identity
              .passwords()
              .verify(() -> identity.passwordHash(name), requireNonNull(reading.password()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      switch (answer) {
        case FITS -> attempts.succeeded(name, reading.source());
        case DOES_NOT_FIT -> attempts.failed(name, reading.source());
        case BUSY -> attempts.notMade(name, reading.source());
      }
    }
    return switch (answer) {
      case FITS -> Finding.passed(expected, "it fits");
      case DOES_NOT_FIT -> Finding.failed(expected, "no such person, or another password");
      case BUSY ->
          Finding.failed("a free place in the queue", "too many passwords are being verified")
              .answeredBy(Refusal.later(503, Duration.ofSeconds(1)));
    };
  }

  private static Finding tries(Duration wait) {
    String expected = "no wait after too many failures";
    if (wait.isZero()) {
      return Finding.passed(expected, "none");
    }
    Duration seconds = Duration.ofSeconds(wait.plusMillis(999).toSeconds());
    return Finding.failed(expected, seconds.toSeconds() + " seconds to wait")
        .answeredBy(Refusal.later(429, seconds));
  }
}
