package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Has an earlier ID token given to the victim's login. */
@AutoService(Attack.class)
public final class OidcNonceReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oidc-nonce-replay",
        "The ID token of another login",
        AttackGroup.OAUTH,
        "The attacker logs in to Alice's program just before her, and a cache then answers her login with his ID token.",
        "An account of their own, and a cache before the token endpoint that keeps what it must not.",
        "The program checks who signed the ID token and for whom, but not for which login it was made.",
        "client-ignores-nonce",
        List.of("OIDC Core §3.1.3.7 (11)", "OIDC Core §15.5.2", "CWE-294"),
        "Send a nonce with each login, and refuse an ID token that does not repeat it (OIDC Core §3.1.3.7).");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String own = Events.calendarOfAttacker(target);
    WebProgram program = new WebProgram(target);
    try (TokenCache cache = new TokenCache()) {
      program.login(
          cache.before(target.wireOf(AttackStep.ATTACKER)), program.browserOf(Loot.ATTACKER));
      return program.used(
          own,
          program.login(
              cache.before(target.wireOf(AttackStep.VICTIM)), program.browserOf(Loot.VICTIM)));
    }
  }
}
