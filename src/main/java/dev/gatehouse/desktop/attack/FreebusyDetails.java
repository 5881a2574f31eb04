package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Reads what events are about where only free and busy may be seen. */
@AutoService(Attack.class)
public final class FreebusyDetails implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "freebusy-details",
        "Details behind free and busy",
        AttackGroup.AUTHORIZATION,
        "Carol, who may see when Alice is busy, asks for the events themselves.",
        "An account with which Alice has shared when she is busy.",
        "The server asks whether the calendar was shared with Carol, but not for what.",
        "freebusy-leaks",
        List.of("OWASP API3:2023", "CWE-285"),
        "Decide by what was shared for what, for each call, and leave out of an answer what its reader may not see.");
  }

  private static final String CAROL = "carol";

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop answer =
        target.send(
            CAROL,
            "Ask for Alice's events with Carol's own, genuine token.",
            target.as(CAROL, target.get(Events.VICTIMS)));
    return target.end(Events.areIn(answer), "Carol reads what Alice's appointments are about.");
  }
}
