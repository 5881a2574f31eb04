package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Calls the API after the password only. */
@AutoService(Attack.class)
public final class TotpSkipped implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "totp-skipped",
        "Second factor skipped",
        AttackGroup.SECOND_FACTORS,
        "The attacker signs in with the password alone and calls the API, without ever opening the page that asks for the code.",
        "Alice's password, phished or bought.",
        "The page asks for the code, but the API takes any session.",
        "second-factor-optional",
        List.of("RFC 9470", "OWASP API2:2023", "CWE-308"),
        "Remember with the session how it was proved, and ask at each call whether that is enough. A page that asks for a code guards nothing.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      return target.end(gains(target), SecondFactor.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, SecondFactor.GAIN);
    }
  }

  private static boolean gains(Target target) throws CredentialException, InterruptedException {
    Hop login =
        BrowserSession.signIn(target, AttackStep.ATTACKER, "Sign in with Alice's password.");
    return SessionCredential.isAccepted(SecondFactor.share(target, login));
  }
}
