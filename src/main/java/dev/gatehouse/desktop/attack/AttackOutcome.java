package dev.gatehouse.desktop.attack;

import java.util.List;

/**
 * An attack, carried out against both servers.
 *
 * @param attack what was tried
 * @param hardened what became of it on the hardened server
 * @param weakened what became of it on the server with just the attack's weakness
 */
public record AttackOutcome(Attack attack, AttackResult hardened, AttackResult weakened) {
  /** The check or rule that stopped it on the hardened server; empty if none did. */
  public String stoppedBy() {
    return hardened.stoppedBy();
  }

  /** Whether it was blocked when hardened and succeeded when weakened, as it should be. */
  public boolean asItShouldBe() {
    return !hardened.succeeded() && weakened.succeeded();
  }

  /**
   * Where the two servers part: the index of the step that the hardened server refused last, or
   * else of the last step.
   */
  public int decidingStep() {
    List<AttackStep> steps = hardened.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).refusal().isPresent()) {
        return i;
      }
    }
    return steps.size() - 1;
  }
}
