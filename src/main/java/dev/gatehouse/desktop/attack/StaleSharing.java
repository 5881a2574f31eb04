package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Goes on writing after the writing was taken away. */
@AutoService(Attack.class)
public final class StaleSharing implements Attack {
  private static final String BOB = "bob";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "stale-sharing",
        "What was allowed yesterday",
        AttackGroup.AUTHORIZATION,
        "Bob, who may no longer write in Alice's calendar, goes on writing in it.",
        "An account that was once allowed to write, and that has written.",
        "The server remembers what it once decided, and does not ask again.",
        "cached-decisions",
        List.of("OWASP API1:2023", "CWE-613"),
        "Ask what is shared at each call; where that is kept for speed, drop what is kept as soon as it changes.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    share(target, "Alice lets Bob write in her calendar.", "writer");
    write(target, "Write an event, as long as he may.");
    share(target, "Alice lets Bob only read from now on.", "reader");
    Hop answer = write(target, "Write another event.");
    return target.end(answer.status() == 201, "Bob writes where Alice no longer lets him write.");
  }

  private static void share(Target target, String says, String access) throws InterruptedException {
    String body = "{\"access\":\"" + access + "\"}";
    target.send(
        AttackStep.VICTIM,
        says,
        target.as(
            Loot.VICTIM,
            target.with("PUT", "/calendars/alice-work/sharing/" + BOB, "application/json", body)));
  }

  private static Hop write(Target target, String says) throws InterruptedException {
    return target.send(
        BOB,
        says,
        target.as(
            BOB, target.with("POST", Events.VICTIMS, "application/json", Events.named("By Bob"))));
  }
}
