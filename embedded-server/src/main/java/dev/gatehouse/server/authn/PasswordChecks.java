package dev.gatehouse.server.authn;

import static java.util.Objects.requireNonNull;

import dev.gatehouse.server.identity.Attempts;
import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.identity.Passwords;
import dev.gatehouse.server.identity.StoredPassword;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What every scheme asks of a name and a password, however they were sent. */
public final class PasswordChecks {
  static final Weakness SKIP_HASH_FOR_UNKNOWN =
      new Weakness(
          "skip-hash-for-unknown",
          "computes no hash for a name that nobody has, and answers so much sooner");
  static final Weakness VERBOSE_ERRORS =
      new Weakness(
          "verbose-errors",
          "answers a wrong password in other words where there is a person of that name");
  static final Weakness FAST_PASSWORD_HASH =
      new Weakness(
          "fast-password-hash",
          "lets people in by a fast hash without a salt, as passwords were stored in former times");
  static final Weakness DEFAULT_ACCOUNT =
      new Weakness(
          "default-account", "leaves the account open with which every copy of the program comes");

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

  /**
   * All of them, in order.
   *
   * @param type what their names begin with, for example {@code basic}
   * @param demandedBy where it is demanded that the password fits
   */
  public List<Check<PasswordReading>> list(String type, String demandedBy) {
    return List.of(
        tries.account(),
        tries.source(),
        Check.<PasswordReading>check(
                type + ".password",
                "Does the password fit the stored hash?",
                demandedBy,
                this::fits)
            .because(
                "The server does not store the password, only a hash that takes long to compute. So a stolen table is slow to"
                    + " guess. It is computed for unknown names too, and answered alike: nobody learns who is known here.")
            .removedBy(SKIP_HASH_FOR_UNKNOWN)
            .partlyRemovedBy(VERBOSE_ERRORS, this::isOfSomebody),
        Check.<PasswordReading>check(
                type + ".person",
                "Is it this person's password?",
                "OWASP ASVS 4.0 V2.2",
                this::isThePersons)
            .because(
                "Whoever reaches this has been compared with one person's hash, not with none."),
        Check.<PasswordReading>check(
                type + ".stored-form",
                "Is the stored hash slow and salted?",
                "NIST SP 800-63B-3 §5.1.1.2",
                PasswordChecks::isStoredWell)
            .because(
                "A fast hash without a salt is cracked in a moment once the table is stolen. Who still has one needs a new"
                    + " password.")
            .removedBy(FAST_PASSWORD_HASH),
        Check.<PasswordReading>check(
                type + ".default-password",
                "Is it another than every copy comes with?",
                "OWASP ASVS 4.0 V2.5",
                PasswordChecks::isNoDefault)
            .because(
                "The password of a new installation stands in its manual, for everybody to read.")
            .removedBy(DEFAULT_ACCOUNT));
  }

  private boolean isOfSomebody(PasswordReading reading) {
    return identity.person(requireNonNull(reading.name())).isPresent();
  }

  /** An unknown person and a wrong password look the same and take as long. */
  private Finding fits(PasswordReading reading) {
    return found(
        verified(reading, true),
        "the password of a person known here",
        "no such person, or another password");
  }

  /** Compares only what was not compared before. */
  private Finding isThePersons(PasswordReading reading) {
    Passwords.Answer known = reading.answer().get();
    return found(
        known == null ? verified(reading, false) : known,
        "the password of " + reading.name(),
        "another");
  }

  private static Finding isStoredWell(PasswordReading reading) {
    boolean former = reading.answer().get() == Passwords.Answer.FITS_FORMER;
    return Finding.of(
        !former,
        "Argon2id with a salt, or else a new password is to be set",
        former ? "SHA-256 without a salt, of a former password" : "Argon2id with a salt");
  }

  private static Finding isNoDefault(PasswordReading reading) {
    boolean factory = reading.answer().get() == Passwords.Answer.FITS_FACTORY;
    return Finding.of(
        !factory,
        "a password that somebody has chosen",
        factory ? "the one with which every copy comes" : "it is");
  }

  private static Finding found(Passwords.Answer answer, String expected, String other) {
    return switch (answer) {
      case FITS, FITS_FORMER, FITS_FACTORY -> Finding.passed(expected, "it fits");
      case DOES_NOT_FIT -> Finding.failed(expected, other);
      case BUSY ->
          Finding.failed("a free place in the queue", "too many passwords are being verified")
              .answeredBy(Refusal.later(503, Duration.ofSeconds(1)));
    };
  }

  /**
   * Compares the password, and counts what came of it. A password that fits and is refused all the
   * same is neither a failure nor a reason to begin the count again.
   *
   * @param forNobodyToo whether a hash is computed for an unknown name as well
   */
  private Passwords.Answer verified(PasswordReading reading, boolean forNobodyToo) {
    String name = requireNonNull(reading.name());
    Attempts attempts = identity.attempts();
    Passwords.Answer answer = Passwords.Answer.BUSY;
    try {
      answer = compared(name, requireNonNull(reading.password()), forNobodyToo);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      switch (answer) {
        case FITS -> attempts.succeeded(name, reading.source());
        case DOES_NOT_FIT -> attempts.failed(name, reading.source());
        case FITS_FORMER, FITS_FACTORY, BUSY -> attempts.notMade(name, reading.source());
      }
    }
    reading.answer().set(answer);
    return answer;
  }

  private Passwords.Answer compared(String name, String password, boolean forNobodyToo)
      throws InterruptedException {
    if (forNobodyToo) {
      return identity.passwords().verify(() -> identity.password(name), password);
    }
    Optional<StoredPassword> stored = identity.password(name);
    return stored.isEmpty()
        ? Passwords.Answer.DOES_NOT_FIT
        : identity.passwords().verify(() -> stored, password);
  }
}
