package dev.gatehouse.server.authn;

import dev.gatehouse.server.authz.Assurance;
import dev.gatehouse.server.trace.Finding;
import dev.gatehouse.server.trace.Refusal;
import dev.gatehouse.server.trace.Weakness;
import java.time.Duration;
import java.time.Instant;

/** What a call demands of how its caller has logged in, and how more is asked for (RFC 9470). */
final class StepUp {
  /** How long ago the second factor may have been proved at most. */
  static final Duration LASTS = Duration.ofMinutes(15);

  static final Weakness SECOND_FACTOR_OPTIONAL =
      new Weakness(
          "second-factor-optional",
          "lets who has logged in with a password alone do what takes a second factor");

  /** Why it is asked. */
  static final String WHY =
      "A password alone can be guessed or phished. What gives others access, or cannot be undone, takes a second"
          + " factor too, proved not long ago.";

  private static final String INSUFFICIENT = "insufficient_user_authentication";

  /** The answer to who has to prove more (RFC 9470 §3). */
  static final Refusal REFUSAL = new Refusal(401, INSUFFICIENT, null);

  private StepUp() {}

  /** Whether a refusal asks for more to be proved. */
  static boolean isAskedBy(Refusal refusal) {
    return INSUFFICIENT.equals(refusal.error());
  }

  /** The challenge with what has to be proved, and how long ago at most (RFC 9470 §3). */
  static Challenge demandedBy(Challenge challenge) {
    return challenge
        .with("acr_values", Assurance.TWO_FACTORS.text())
        .with("max_age", Long.toString(LASTS.toSeconds()));
  }

  /**
   * Compares what was proved with what a call takes that takes more than one factor.
   *
   * @param provedAt when it was proved
   */
  static Finding compared(Assurance needed, Assurance proved, Instant provedAt, Instant now) {
    boolean recent = now.isBefore(provedAt.plus(LASTS));
    return Finding.of(
            proved.compareTo(needed) >= 0 && recent,
            needed.words() + ", proved in the last " + LASTS.toMinutes() + " minutes",
            proved.words() + ", proved at " + provedAt)
        .with("level (acr)", proved.text());
  }
}
