package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Goes on reading after the reading was taken away. */
@AutoService(Attack.class)
public final class StaleSharing implements Attack {
  private static final String BOB = "bob";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "stale-sharing",
        "What was allowed yesterday",
        AttackGroup.AUTHORIZATION,
        "Bob, who may no longer see more than when Alice is busy, goes on reading her events.",
        "An account that was once allowed to read, and that has read.",
        "The server remembers what it once decided, and does not ask again.",
        "cached-decisions",
        List.of("OWASP API1:2023", "CWE-613"),
        "Ask what is shared at each call; where that is kept for speed, drop what is kept as soon as it changes.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    target.send(
        BOB, "Read Alice's events, as long as he may.", target.as(BOB, target.get(Events.VICTIMS)));
    target.send(
        AttackStep.VICTIM,
        "Alice lets Bob see no more than when she is busy.",
        target.as(
            Loot.VICTIM,
            target.with(
                "PUT",
                "/calendars/alice-work/sharing/" + BOB,
                "application/json",
                "{\"access\":\"free-busy\"}")));
    Hop answer =
        target.send(
            BOB, "Ask for her events once more.", target.as(BOB, target.get(Events.VICTIMS)));
    return target.end(Events.areIn(answer), "Bob reads what Alice no longer lets him read.");
  }
}
