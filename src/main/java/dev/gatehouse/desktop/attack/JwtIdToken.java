package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;
import java.util.Map;

/** Uses an ID token as an access token. */
@AutoService(Attack.class)
public final class JwtIdToken extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-id-token",
        "An ID token in place of an access token",
        AttackGroup.JWT,
        "The attacker sends the token that told a program who Alice is to the API, as if it were one that opens it.",
        "An ID token of Alice, which programs log and hand on more freely than access tokens.",
        "It is by the right issuer, about Alice and not too old, and the server does not ask what kind of token it is.",
        "ignore-token-type",
        List.of("RFC 8725 §3.11", "RFC 9068 §4"),
        "Demand the type at+jwt in the header, and never give an API's name to a client, so that the audience tells them apart as well.");
  }

  @Override
  String token(Target target) throws CredentialException {
    String idToken =
        target
            .loot()
            .tokenIssuedTo(Loot.VICTIM, Map.of("typ", "JWT"), Map.of("nonce", "n-0S6_WzA2Mj"));
    return target.makes(
        "Take Alice's ID token from the log of a program that is registered under the API's own name. Its issuer writes what was granted into both kinds of token.",
        "ID token",
        idToken);
  }
}
