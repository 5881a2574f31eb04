package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Sends a token with its proof once more. */
@AutoService(Attack.class)
public final class DpopReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "dpop-replay",
        "A proof of DPoP sent again",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker sends a request of Alice's again a moment later, token and proof as they were.",
        "A request that Alice has just sent, for example from a log. Her key is not in it.",
        "The proof is genuine and still fresh, and the server does not remember that it was used.",
        "dpop-jti-reuse",
        List.of("RFC 9449 §11.1", "OWASP API2:2023"),
        "Remember each proof by its jti for as long as it would be taken, and take it once.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft proved =
          BoundToken.provedByVictim(
              target,
              target.get(Events.VICTIMS),
              Map.of(),
              (purpose, hop) -> target.send(AttackStep.VICTIM, "Get a number for the proof.", hop));
      target.send(AttackStep.VICTIM, "Ask for her own events.", proved);
      target.makes(
          "Find that request in a log. The private key is not in it.",
          "token",
          SignedRequest.authorization(proved));
      Hop answer = target.send("Send it again, just as it was.", proved);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
