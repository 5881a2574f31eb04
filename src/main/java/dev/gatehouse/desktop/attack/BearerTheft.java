package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Uses a stolen token from a connection without a certificate. */
@AutoService(Attack.class)
public final class BearerTheft implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "bearer-theft",
        "A stolen token from another machine",
        AttackGroup.JWT,
        "The attacker sends a token of Alice's from their own machine.",
        "A token of Alice's, for example from a log. It is bound to her certificate.",
        "The server takes the token from whoever bears it, and asks for no certificate.",
        "bearer-unbound",
        List.of("RFC 8705 §3", "RFC 9449 §1"),
        "Bind tokens to a key of their owner, and take them with that key alone.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String token =
        target.makes(
            "Find a token of Alice's in a log.",
            "token",
            target.loot().secret(Loot.VICTIM, "mtls.token"));
    Hop answer =
        target.send(
            "Send it from another machine.",
            target.getSecurely(Events.VICTIMS).withHeader("Authorization", "Bearer " + token));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
