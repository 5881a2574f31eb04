package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.ScramCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Sends a proof of SCRAM once more. */
@AutoService(Attack.class)
public final class ScramReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "scram-replay",
        "A proof of SCRAM sent again",
        AttackGroup.PASSWORDS,
        "The attacker overhears the message with which Alice proves her password, and sends it again.",
        "A request of Alice, overheard. The password is not in it.",
        "The proof is genuine, and the server does not remember which of its numbers were used.",
        "scram-nonce-reuse",
        List.of("RFC 5802 §9", "OWASP API2:2023"),
        "Make a new number for each exchange, and take each for one proof only.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Map<String, String> password =
          Map.of(
              "username", Loot.VICTIM, "password", target.loot().secret(Loot.VICTIM, "password"));
      Draft proved =
          new ScramCredential()
              .present(
                  password,
                  target.get(Events.VICTIMS),
                  (purpose, draft) ->
                      target.send(
                          AttackStep.VICTIM, "Say who calls, and get salt and number.", draft));
      target.send(AttackStep.VICTIM, "Prove the password.", proved);
      target.makes(
          "Overhear the last message. It says nothing of the password.",
          "the proof",
          SignedRequest.authorization(proved));
      Hop answer = target.send("Send it again, just as it was.", proved);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
