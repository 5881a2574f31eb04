package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Sends an answer to a challenge of Digest once more. */
@AutoService(Attack.class)
public final class DigestReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "digest-replay",
        "An answer of Digest sent again",
        AttackGroup.PASSWORDS,
        "The attacker overhears a request that Alice made with Digest, and sends it again.",
        "A request of Alice, overheard. The password is not in it.",
        "The answer is genuine, and the server does not count how often its number was used.",
        "digest-nonce-reuse",
        List.of("RFC 7616 §5.5", "OWASP API2:2023"),
        "Take each count of a nonce once, and each nonce for a few minutes only.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft answered =
          DigestAnswer.to(
              target, AttackStep.VICTIM, target.get(Events.VICTIMS), Map.of("qop", "auth"));
      target.send(AttackStep.VICTIM, "Read her own events.", answered);
      target.makes(
          "Overhear that request. It says nothing of the password.",
          "the answer",
          SignedRequest.authorization(answered));
      Hop answer = target.send("Send it again, just as it was.", answered);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
