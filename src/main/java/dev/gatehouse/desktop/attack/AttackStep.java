package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.ExchangeRecord;
import java.util.List;
import java.util.Optional;
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

  /** The victim, who suspects nothing. */
  public static final String VICTIM = "victim";

  public AttackStep {
    made = List.copyOf(made);
  }

  /** The check or rule that refused the request of this step, if one did. */
  public Optional<String> refusal() {
    return Optional.ofNullable(hop)
        .flatMap(sent -> Optional.ofNullable(sent.record()))
        .flatMap(ExchangeRecord::stoppedBy);
  }
}
