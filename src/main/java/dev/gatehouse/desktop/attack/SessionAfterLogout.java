package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Uses a session after its owner has signed out. */
@AutoService(Attack.class)
public final class SessionAfterLogout implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "session-after-logout",
        "Session used after logout",
        AttackGroup.KEYS_AND_SESSIONS,
        "The attacker copies the cookie of Alice's session from a shared computer, waits until she has signed out, and sends it.",
        "A copy of the cookie, made while she was signed in.",
        "Signing out only deletes the cookie in Alice's browser. The server still knows the session.",
        "logout-only-clears-cookie",
        List.of("OWASP ASVS 4.0 V3.3", "CWE-613"),
        "When somebody signs out, end the session on the server. Deleting the cookie is a courtesy to the browser.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      return target.end(gains(target), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }

  private static boolean gains(Target target) throws CredentialException, InterruptedException {
    Hop login = BrowserSession.signIn(target, AttackStep.VICTIM, "Alice signs in.");
    target.send(
        AttackStep.VICTIM,
        "Alice signs out. Her browser forgets the cookie; the attacker has a copy.",
        SessionCredential.signedIn(login, target.with("POST", "/logout", "application/json", "")));
    return BrowserSession.opensEvents(
        target, "Read Alice's events with the copy.", BrowserSession.cookie(login));
  }
}
