package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.SoftwareAuthenticator;
import dev.gatehouse.desktop.credential.WebauthnCredential;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Relays an assertion that was made for a look-alike page. */
@AutoService(Attack.class)
public final class WebauthnPhishing implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "webauthn-phishing",
        "A passkey used on a look-alike page",
        AttackGroup.SECOND_FACTORS,
        "Alice signs in on a page of the attacker's that looks like ours. What her passkey signs there goes on to the real"
            + " server.",
        "A page under a name within ours, such as an old subdomain that was taken over, and a link that Alice follows.",
        "Signature and challenge are genuine, and the server does not ask on which page they were made.",
        "webauthn-ignore-origin",
        List.of("WebAuthn L3 §13.4.9", "WebAuthn L3 §7.2", "CWE-346"),
        "Compare the origin with a list of your own ones, letter by letter. The browser has put it there, and Alice's"
            + " passkey has signed it.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop asked =
        StolenSession.ask(target, AttackStep.ATTACKER, "Ask the real server for a challenge.");
    String lookAlike = StolenSession.origin(target).replace("//", "//login.");
    byte[] assertion =
        StolenSession.passkeyOfAlice(target)
            .sign(
                SoftwareAuthenticator.asked(
                    WebauthnCredential.options(asked), lookAlike, Instant.now().getEpochSecond()));
    target.makes(
        "Show the challenge on " + lookAlike + ". Alice follows the link and touches her key.",
        "what her passkey signed",
        new String(assertion, StandardCharsets.UTF_8));
    Hop login =
        StolenSession.signIn(
            target, AttackStep.ATTACKER, "Send it on to the real server.", assertion);
    return StolenSession.use(target, login);
  }
}
