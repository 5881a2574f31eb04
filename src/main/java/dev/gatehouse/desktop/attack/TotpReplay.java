package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Uses a code a second time while it is still right. */
@AutoService(Attack.class)
public final class TotpReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "totp-replay",
        "One-time code used again",
        AttackGroup.SECOND_FACTORS,
        "Alice signs in. The attacker, who saw what she typed, signs in with the same password and the same code a moment later.",
        "Alice's password and one code, typed into a look-alike page or seen over her shoulder.",
        "The code stays right for a minute or so, and the server does not remember that it was used.",
        "totp-reusable",
        List.of("RFC 6238 §5.2", "CWE-294"),
        "Remember the last code that was accepted from each person, and take none that is not later.");
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
    String code = SecondFactor.code(target, 0);
    Hop hers = BrowserSession.signIn(target, AttackStep.VICTIM, "Sign in with the password.");
    SecondFactor.prove(target, AttackStep.VICTIM, "Type the code that her app shows.", hers, code);
    target.makes("See what she typed.", "the code", code);
    Hop login =
        BrowserSession.signIn(target, AttackStep.ATTACKER, "Sign in with Alice's password.");
    Hop proved =
        SecondFactor.prove(
            target, AttackStep.ATTACKER, "Send the same code once more.", login, code);
    return SessionCredential.isAccepted(proved)
        && SessionCredential.isAccepted(SecondFactor.share(target, proved));
  }
}
