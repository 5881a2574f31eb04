package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.SoftwareAuthenticator;
import dev.gatehouse.desktop.credential.WebauthnCredential;
import dev.gatehouse.desktop.exchange.Hop;
import java.time.Instant;
import java.util.List;

/** Uses a copy of somebody's authenticator. */
@AutoService(Attack.class)
public final class WebauthnClone implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "webauthn-clone",
        "A copied authenticator",
        AttackGroup.SECOND_FACTORS,
        "The attacker has copied what is in Alice's authenticator, and signs in with the copy after she has used hers.",
        "A copy of her private key, and of the number up to which it had counted.",
        "The copy signs as well as the original, and the server does not see that its counter lags behind.",
        "webauthn-ignore-counter",
        List.of("WebAuthn L3 §6.1.1", "WebAuthn L3 §7.2"),
        "Keep the counter of each passkey, and do not take one that does not go up. It shows a copy only once both were"
            + " used; the real protection is hardware that gives no key away.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    SoftwareAuthenticator passkey = StolenSession.passkeyOfAlice(target);
    long counter = Instant.now().getEpochSecond();
    target.makes(
        "Copy what is in Alice's authenticator.",
        "its counter when it was copied",
        Long.toString(counter));
    signIn(target, AttackStep.VICTIM, "Alice signs in, and hers counts on.", passkey, counter + 2);
    Hop login =
        signIn(
            target,
            AttackStep.ATTACKER,
            "Sign in with the copy, which counts on from where it was copied.",
            passkey,
            counter + 1);
    return StolenSession.use(target, login);
  }

  private static Hop signIn(
      Target target, String actor, String says, SoftwareAuthenticator passkey, long counter)
      throws InterruptedException {
    Hop asked = StolenSession.ask(target, actor, "Ask for a challenge.");
    byte[] assertion =
        passkey.sign(
            SoftwareAuthenticator.asked(
                WebauthnCredential.options(asked), StolenSession.origin(target), counter));
    return StolenSession.signIn(target, actor, says, assertion);
  }
}
