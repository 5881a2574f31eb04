package dev.gatehouse.server.authn;

import static java.util.Objects.requireNonNull;

import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passwords;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import java.time.Duration;

/** What every scheme asks of a name and a password, however they were sent. */
public final class PasswordChecks {
  private final Identity identity;
  private final TryChecks<PasswordReading> tries;

  /** Checks of the passwords that are kept there. */
  public PasswordChecks(Identity identity) {
    this.identity = identity;
    this.tries =
        new TryChecks<>(
            identity.attempts(),
            reading -> requireNonNull(reading.name()),
            PasswordReading::source);
  }

  /** Asks whether somebody has been guessing this person's password. */
  public Check<PasswordReading> account() {
    return tries.account();
  }

  /** Asks whether the machine it comes from has been guessing passwords. */
  public Check<PasswordReading> source() {
    return tries.source();
  }

  /**
   * Asks whether the password is right. An unknown person and a wrong password look the same and
   * take as long.
   */
  public Check<PasswordReading> fits(String id, String demandedBy) {
    return Check.<PasswordReading>check(
            id, "Does the password fit the stored hash?", demandedBy, this::fits)
        .because(
            "The server does not store the password, only a hash that takes long to compute. So a stolen table is slow to"
                + " guess.");
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
}
