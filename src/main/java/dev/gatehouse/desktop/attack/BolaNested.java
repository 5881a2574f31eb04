package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Asks for somebody else's event by way of a calendar of one's own. */
@AutoService(Attack.class)
public final class BolaNested implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "bola-nested",
        "Somebody else's event, in one's own calendar",
        AttackGroup.AUTHORIZATION,
        "Dave makes a calendar of his own, and asks for Alice's event as if it were in there.",
        "An account of their own, and the identifier of an event, which stands for example in an invitation.",
        "The server asks whether the calendar in the path is Dave's, but not whether the event is in it.",
        "event-any-calendar",
        List.of("OWASP API1:2023", "CWE-639"),
        "Of every object that a path names, ask whether it belongs to the one before it, or look it up by both.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String own = Events.calendarOfAttacker(target);
    Hop answer =
        target.send(
            "Ask for Alice's event in that calendar.",
            target.as(
                Loot.ATTACKER, target.get("/calendars/" + own + "/events/" + Events.PRIVATE)));
    return target.end(Events.areIn(answer), "The attacker reads an event of Alice's.");
  }
}
