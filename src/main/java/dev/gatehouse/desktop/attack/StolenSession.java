package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.SoftwareAuthenticator;
import dev.gatehouse.desktop.credential.WebauthnCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;

/**
 * What attacks on passkeys have in common: Alice's passkey, a login by it, and what comes of it.
 */
final class StolenSession {
  private StolenSession() {}

  /** What is in Alice's authenticator. */
  static SoftwareAuthenticator passkeyOfAlice(Target target) {
    Loot loot = target.loot();
    return SoftwareAuthenticator.with(
        loot.secret(Loot.VICTIM, "passkey.id"),
        loot.secret(Loot.VICTIM, "passkey.userHandle"),
        loot.secret(Loot.VICTIM, "passkey.privateKey"));
  }

  /** The origin of the server's own pages. */
  static String origin(Target target) {
    return "%s://localhost:%d".formatted(target.base().getScheme(), target.base().getPort());
  }

  /** Somebody asks for a challenge. */
  static Hop ask(Target target, String actor, String says) throws InterruptedException {
    Draft asking = target.with("POST", WebauthnCredential.OPTIONS_PATH, "application/json", "");
    return target.send(actor, says, asking);
  }

  /** Somebody signs in with an assertion. */
  static Hop signIn(Target target, String actor, String says, byte[] assertion)
      throws InterruptedException {
    return target.send(
        actor,
        says,
        target.with(
            "POST",
            WebauthnCredential.LOGIN_PATH,
            "application/json",
            new String(assertion, StandardCharsets.UTF_8)));
  }

  /** The attacker uses the session that this login began, if it did. */
  static AttackResult use(Target target, Hop login) throws InterruptedException {
    return target.end(
        BrowserSession.opensEvents(
            target, "Read Alice's events with the session's cookie.", BrowserSession.cookie(login)),
        Events.GAIN);
  }
}
