package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.forge.EmbeddedKey;
import dev.gatehouse.desktop.attack.forge.Ingredients;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import java.util.List;

/** Brings the key by which the token is to be verified. */
@AutoService(Attack.class)
public final class JwtEmbeddedJwk extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-embedded-jwk",
        "Key inside the token",
        AttackGroup.JWT,
        "The attacker makes a key, signs a token about Alice with it, and puts the public half into"
            + " the token's header.",
        "Nothing but a token to copy from.",
        "The format has a place for a key in the header, and the library verifies with what it"
            + " finds there.",
        "trust-embedded-jwk",
        List.of("CVE-2018-0114", "RFC 8725 §3.10", "RFC 7515 §4.1.3"),
        "Verify with keys that you already trust, and let kid choose among them. Ignore, or better"
            + " refuse, a key in the token.");
  }

  @Override
  String token(Target target) throws CredentialException {
    ProofKey own = ProofKey.make(JwsAlgorithm.ES256);
    target.makes("Make a key pair.", "public key", own.publicJwk().toString());
    CompactToken wanted = ownToken(target).withClaim("sub", Loot.VICTIM);
    return target.makes(
        "Take the payload of Dave's token, set sub to alice, put the public key into the header,"
            + " and sign.",
        "forged token",
        new EmbeddedKey().forge(wanted, own, Ingredients.none()).text());
  }
}
