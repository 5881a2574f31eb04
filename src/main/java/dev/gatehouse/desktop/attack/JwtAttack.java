package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;

/**
 * What attacks with a forged or stolen token have in common: the token is made, then sent to read
 * the victim's events.
 */
abstract class JwtAttack implements Attack {
  /** Makes the token and notes how. */
  abstract String token(Target target) throws CredentialException, InterruptedException;

  @Override
  public final AttackResult run(Target target) throws InterruptedException {
    try {
      return use(target, token(target));
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }

  /** Reads the victim's events with this token. */
  static AttackResult use(Target target, String token) throws InterruptedException {
    Hop answer =
        target.send(
            "Ask for Alice's events with this token.",
            withToken(target.get(Events.VICTIMS), token));
    return target.end(Events.areIn(answer), Events.GAIN);
  }

  /** The attacker's own, genuine token, taken apart. */
  static CompactToken ownToken(Target target) throws CredentialException {
    return CompactToken.parse(target.loot().secret(Loot.ATTACKER, "jwt"));
  }

  /** The request with a token on it (RFC 6750 §2.1). */
  static Draft withToken(Draft draft, String token) {
    return draft.withHeader("Authorization", "Bearer " + token);
  }
}
