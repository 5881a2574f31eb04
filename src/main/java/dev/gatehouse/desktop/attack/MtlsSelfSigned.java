package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Shows a certificate in the victim's name that the attacker has signed themselves. */
@AutoService(Attack.class)
public final class MtlsSelfSigned implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "mtls-self-signed",
        "A certificate that nobody has issued",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker makes a certificate that says it is Alice's, signs it themselves, and connects with it.",
        "Nothing.",
        "The handshake proves that they have the key of that certificate, and the server does not ask who has issued it.",
        "trust-any-certificate",
        List.of("RFC 5280 §6.1", "RFC 8705 §2"),
        "Believe certificates of known authorities only.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    ClientCertificate forged = ClientCertificate.selfSigned(Loot.VICTIM);
    target.makes(
        "Make a certificate in Alice's name.", "certificate", forged.held().certificatePem());
    Hop answer =
        target.send(
            "Connect with it, and ask for her events.",
            target.getSecurely(Events.VICTIMS).showing(forged));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
