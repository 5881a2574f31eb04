package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Asks for events with no credential at all. */
@AutoService(Attack.class)
public final class MissingCredential implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "missing-credential",
        "No credential at all",
        AttackGroup.WIRE,
        "The attacker asks for Alice's events and sends no credential.",
        "Nothing but the address.",
        "The server takes a caller who sends nothing for the first person in its table.",
        "allow-anonymous",
        List.of("RFC 9110 §11.6.1", "OWASP API2:2023"),
        "Refuse every call that needs a person when no credential came with it. Deny by default, and list the few open calls.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop answer = target.send("Ask for Alice's events with nothing.", target.get(Events.VICTIMS));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
