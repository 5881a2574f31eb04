package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;

/** Has a careless issuer sign a token in which two claims say whom it is about. */
@AutoService(Attack.class)
public final class JwtDuplicateClaim extends JwtAttack {
  private static final String NAME = "Dave\",\"sub\":\"alice";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-duplicate-claim",
        "Two claims of the same name",
        AttackGroup.JWT,
        "The attacker chooses a name for themself that ends the text it is pasted into and adds a second sub to their own, genuine token.",
        "An account at a token service that the API trusts and that puts its tokens together from pieces of text.",
        "The service takes the first sub, which is Dave's, and signs; the API takes the last, which is Alice's.",
        "lenient-json",
        List.of("RFC 7519 §4", "RFC 8259 §4", "CWE-436"),
        "Refuse a token with two claims of the same name, as RFC 7519 §4 allows. And write JSON with a library, never by pasting text.");
  }

  @Override
  String token(Target target) throws CredentialException {
    String name =
        target.makes(
            "Choose a name for yourself in the settings of the token service.",
            "display name",
            NAME);
    String token = target.loot().ownTokenByCarelessIssuer(name);
    target.makes(
        "Sign in. The service pastes the name into a token, sees that sub is dave, and signs.",
        "payload",
        CompactToken.parse(token).payload());
    return target.makes(
        "Take the token as it is. Its signature is genuine.", "genuine token", token);
  }
}
