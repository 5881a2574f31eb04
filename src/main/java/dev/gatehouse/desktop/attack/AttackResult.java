package dev.gatehouse.desktop.attack;

import java.util.List;

/**
 * What became of an attack.
 *
 * @param succeeded whether the attacker got what they must not have
 * @param said one sentence: what was gained, or that nothing was
 * @param steps everything that was done, in order
 * @param stoppedBy the check or rule behind the latest refusal; empty if nothing was refused
 */
public record AttackResult(
    boolean succeeded, String said, List<AttackStep> steps, String stoppedBy) {
  public AttackResult {
    steps = List.copyOf(steps);
  }

  /** {@code succeeded} or {@code blocked}. */
  public String word() {
    return succeeded ? "succeeded" : "blocked";
  }
}
