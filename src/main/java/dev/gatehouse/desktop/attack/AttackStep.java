package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an attack, for a view to step through.
 *
 * @param actor who does it, for example {@code attacker} or {@code victim's browser}
 * @param says one sentence: what happens
 * @param made what was found or forged in this step
 * @param hop the request and its answer, or null if nothing was sent
 */
public record AttackStep(String actor, String says, List<Evidence> made, @Nullable Hop hop) {
  /** The one who attacks. */
  public static final String ATTACKER = "attacker";

  public AttackStep {
    made = List.copyOf(made);
  }
}
