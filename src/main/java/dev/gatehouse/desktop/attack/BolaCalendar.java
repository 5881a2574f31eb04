package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Signs in as oneself and asks for what belongs to somebody else. */
@AutoService(Attack.class)
public final class BolaCalendar implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "bola-calendar",
        "Somebody else's calendar",
        AttackGroup.AUTHORIZATION,
        "Dave signs in as himself and asks for Alice's calendar by its identifier.",
        "An account of their own, and the identifier, which is easy to guess.",
        "The server asks who the caller is, but not whether the calendar is theirs.",
        "no-ownership-check",
        List.of("OWASP API1:2023", "CWE-639"),
        "For every object that a request names, ask whether this caller may have it. An identifier is a name, not a permission.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop answer =
        target.send(
            "Ask for the events of alice-work with Dave's own, genuine token.",
            target.as(Loot.ATTACKER, target.get(Events.VICTIMS)));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
