package dev.gatehouse.server.authn;

import static dev.gatehouse.server.trace.Check.check;

import dev.gatehouse.server.identity.Identity;
import dev.gatehouse.server.totp.OneTimeCodes;
import dev.gatehouse.server.trace.Check;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What is asked of a one-time code, wherever it is sent (RFC 6238, RFC 4226). */
public final class TotpChecks {
  /** The check that asks whether it is a code at all. */
  public static final String WELL_FORMED = "totp.well-formed";

  /** The check that asks whether it was used before. */
  public static final String UNUSED = "totp.unused";

  private static final Weakness TOTP_NO_THROTTLE =
      new Weakness(
          "totp-no-throttle", "lets anybody try one-time codes until one of the million fits");
  private static final Weakness TOTP_REUSABLE =
      new Weakness("totp-reusable", "takes a one-time code as often as it is sent");

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{" + OneTimeCodes.DIGITS + "}");

  private final List<Check<TotpAttempt>> checks =
      List.of(
          check(WELL_FORMED, "Is it six digits?", "RFC 4226 §5.3", this::wellFormed)
              .refusedWith(Refusal.of(400)),
          check(
                  "totp.attempts",
                  "Are there tries left for this person's codes?",
                  "RFC 4226 §7.3",
                  this::attempts)
              .because(
                  "There are only a million codes, and three of them are good at any time. Whoever may try for ever finds"
                      + " one.")
              .removedBy(TOTP_NO_THROTTLE),
          check("totp.code", "Is it the code of this moment?", "RFC 6238 §5.2", this::code)
              .because(
                  "Both sides compute it from the same secret and the time. Clocks differ, so the codes just before and just"
                      + " after are good too."),
          check(UNUSED, "Is it used for the first time?", "RFC 6238 §5.2", this::unused)
              .because(
                  "Somebody may have looked over a shoulder, or a false login page may pass on what was typed.")
              .removedBy(TOTP_REUSABLE));

  private final Identity identity;
  private final OneTimeCodes codes;
  private final Clock clock;

  /** Checks of the codes of these people, by this clock. */
  public TotpChecks(Identity identity, Clock clock) {
    this.identity = identity;
    this.codes = OneTimeCodes.standard();
    this.clock = clock;
  }

  /** In their order. */
  public List<Check<TotpAttempt>> list() {
    return checks;
  }

  /**
   * The code in the body of this request.
   *
   * @param person who is said to send it; asked only after an earlier check has settled that
   */
  public TotpAttempt attempt(Arrival arrival, Supplier<String> person) {
    return new TotpAttempt(
        person,
        BodyMembers.read(arrival),
        new Lookup<>(() -> identity.totpSecrets().find(person.get())),
        this::step);
  }

  /** Notes that a code was right and no check has failed. */
  public void succeeded(TotpAttempt attempt) {
    identity.codeAttempts().succeededForAccount(attempt.person());
  }

  private Finding wellFormed(TotpAttempt attempt) {
    String expected = TotpAttempt.CODE + ", a text of " + OneTimeCodes.DIGITS + " digits";
    Optional<String> code = attempt.code();
    if (code.isEmpty()) {
      return Finding.failed(expected, "no text of this name, or more than one");
    }
    boolean fits = SIX_DIGITS.matcher(code.get()).matches();
    return Finding.of(fits, expected, fits ? "six digits" : "something else")
        .withSecret("code", code.get());
  }

  private Finding attempts(TotpAttempt attempt) {
    return TryChecks.tries(identity.codeAttempts().takeForAccount(attempt.person()));
  }

  private Finding code(TotpAttempt attempt) {
    String expected = "the code of this step of " + OneTimeCodes.STEP.toSeconds() + " seconds";
    boolean fits = false;
    try {
      if (attempt.secret().isEmpty()) {
        return Finding.failed(expected, "this person has no second factor");
      }
      Optional<Long> step = attempt.step();
      fits = step.isPresent();
      Instant now = clock.instant();
      long current = OneTimeCodes.stepAt(now);
      String actual = step.map(found -> whichOne(found - current)).orElse("another code");
      return Finding.of(fits, expected + ", or of the one before or after", actual)
          .with("step", Long.toString(current))
          .with("seconds left in it", Long.toString(OneTimeCodes.leftAt(now).toSeconds()));
    } finally {
      if (!fits) {
        identity.codeAttempts().failedForAccount(attempt.person());
      }
    }
  }

  private Finding unused(TotpAttempt attempt) {
    long step = attempt.step().orElseThrow();
    boolean first = false;
    try {
      first = identity.totpSecrets().use(attempt.person(), step);
      return Finding.of(
              first,
              "a code later than the last that was accepted",
              first ? "it is" : "it, or a later one, was used before")
          .with("step", Long.toString(step));
    } finally {
      if (!first) {
        // A right code, but one that buys whoever sends it again no more tries.
        identity.codeAttempts().failedForAccount(attempt.person());
      }
    }
  }

  private Optional<Long> step(TotpAttempt attempt) {
    OptionalLong found =
        codes.stepOf(
            attempt.code().orElse(""), attempt.secret().orElseThrow().secret(), clock.instant());
    return found.isPresent() ? Optional.of(found.getAsLong()) : Optional.empty();
  }

  private static String whichOne(long offset) {
    if (offset == 0) {
      return "the code of this step";
    }
    return offset < 0 ? "the code of the step before" : "the code of the step after";
  }
}
