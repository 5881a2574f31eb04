package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Uses a token that is bound to the victim's certificate with the attacker's own. */
@AutoService(Attack.class)
public final class MtlsStolenToken implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "mtls-stolen-token",
        "A bound token with another certificate",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker makes a connection with their own certificate, which is genuine, and sends Alice's token on it.",
        "A token of Alice's that is bound to her certificate, and a certificate of their own.",
        "The server sees that there is a certificate, and does not compare it with that of the token.",
        "ignore-cnf",
        List.of("RFC 8705 §3", "OWASP API2:2023"),
        "Compare the SHA-256 of the connection's certificate with the token's cnf.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String token =
        target.makes(
            "Steal a token that is bound to Alice's certificate.",
            "token",
            target.loot().secret(Loot.VICTIM, "mtls.token"));
    Hop answer =
        target.send(
            "Send it on a connection with Dave's own certificate.",
            target
                .getSecurely(Events.VICTIMS)
                .showing(BoundToken.certificateOf(target, Loot.ATTACKER))
                .withHeader("Authorization", "Bearer " + token));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
