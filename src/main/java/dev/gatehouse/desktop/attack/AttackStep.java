package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.trace.CheckResult;
import dev.gatehouse.server.trace.Evidence;
import dev.gatehouse.server.trace.ExchangeRecord;
import dev.gatehouse.server.trace.Outcome;
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
 * @param examined what a program of the actor's checked of what it got, in order
 */
public record AttackStep(
    String actor, String says, List<Evidence> made, @Nullable Hop hop, List<CheckResult> examined) {
  /** The one who attacks. */
  public static final String ATTACKER = "attacker";

  /** The victim, who suspects nothing. */
  public static final String VICTIM = "victim";

  public AttackStep {
    made = List.copyOf(made);
    examined = List.copyOf(examined);
  }

  /** A step in which no program checks what it got. */
  public AttackStep(String actor, String says, List<Evidence> made, @Nullable Hop hop) {
    this(actor, says, made, hop, List.of());
  }

  /** The same step, of which a program has checked this. */
  AttackStep examined(List<CheckResult> checks) {
    return new AttackStep(actor, says, made, hop == null ? null : hop.examined(checks), checks);
  }

  /** The check of the actor's program that refused what it got, if one did. */
  public Optional<CheckResult> distrust() {
    return examined.stream().filter(check -> check.outcome() == Outcome.FAILED).findFirst();
  }

  /** The check or rule that refused the request of this step, or what came of it, if one did. */
  public Optional<String> refusal() {
    return distrust().map(CheckResult::id).or(this::refusalOfServer);
  }

  private Optional<String> refusalOfServer() {
    return Optional.ofNullable(hop)
        .flatMap(sent -> Optional.ofNullable(sent.record()))
        .flatMap(ExchangeRecord::stoppedBy);
  }
}
