package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Sends a signed message once more, within the minutes for which it is good. */
@AutoService(Attack.class)
public final class SignatureReplay implements Attack {
  private static final String ALL = "\"@method\" \"@target-uri\"";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "signature-replay",
        "A signed message sent again",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker sends a request of Alice's again a moment later, just as it was.",
        "A request that Alice has just signed and sent, for example from a log.",
        "The signature is genuine and still fresh, and the server does not remember that it was used.",
        "signature-no-nonce",
        List.of("RFC 9421 §7.2.2", "OWASP API2:2023"),
        "Demand a nonce, and take each once for as long as the signature is good.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft signed = SignedMessage.byAlice(target, target.get(Events.VICTIMS), ALL);
      target.send("victim", "Ask for her own events.", signed);
      target.makes(
          "Find that request in a log. The secret is not in it.",
          "its signature",
          SignedMessage.signature(signed));
      Hop answer = target.send("Send it again, just as it was.", signed);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
