package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Reads by the first line of the request, and deletes by a header. */
@AutoService(Attack.class)
public final class MethodOverride implements Attack {
  private static final String BOB = "bob";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "method-override",
        "A GET that deletes",
        AttackGroup.AUTHORIZATION,
        "Bob, who may read Alice's calendar, sends a GET with a header that asks for DELETE in its place.",
        "An account that may read the calendar.",
        "The policy goes by the method in the first line, and what is carried out by the header.",
        "honour-method-override",
        List.of("OWASP API5:2023", "RFC 9110 §9.1", "CWE-436"),
        "Take the method from the first line alone, or put another in its place before anything is judged.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String event = Events.VICTIMS + "/" + Events.PRIVATE;
    Hop answer =
        target.send(
            BOB,
            "Ask for one of Alice's events, with a header that names another method.",
            target.as(BOB, target.get(event)).withHeader("X-HTTP-Method-Override", "DELETE"));
    Hop after = target.send(BOB, "Ask for it once more.", target.as(BOB, target.get(event)));
    return target.end(
        answer.status() == 204 && after.status() == 404,
        "Bob, who may only read, has deleted Alice's event.");
  }
}
