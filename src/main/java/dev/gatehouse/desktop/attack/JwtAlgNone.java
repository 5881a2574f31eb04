package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.forge.AlgNone;
import dev.gatehouse.desktop.attack.forge.Ingredients;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;

/** Announces a token that needs no signature. */
@AutoService(Attack.class)
public final class JwtAlgNone extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-alg-none",
        "alg: none",
        AttackGroup.JWT,
        "The attacker writes a token about Alice whose header says that it is not signed.",
        "Knowledge of what a token of this server looks like.",
        "The server asks the token how to verify it, and the token says: not at all.",
        "accept-alg-none",
        List.of("RFC 8725 §3.2", "RFC 7518 §3.6", "CVE-2015-2951"),
        "Keep a list of the algorithms that are accepted, compare alg with it exactly, and never"
            + " put none on it.");
  }

  @Override
  String token(Target target) throws CredentialException {
    CompactToken wanted = ownToken(target).withClaim("sub", Loot.VICTIM);
    return target.makes(
        "Write alg none and sub alice, and leave the signature empty.",
        "forged token",
        new AlgNone().forge(wanted, Ingredients.none()).text());
  }
}
