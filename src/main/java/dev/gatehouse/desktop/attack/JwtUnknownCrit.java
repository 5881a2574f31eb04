package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;
import java.util.Map;

/** Uses a token with a critical extension that nobody understands. */
@AutoService(Attack.class)
public final class JwtUnknownCrit extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-unknown-crit",
        "A critical extension ignored",
        AttackGroup.JWT,
        "The attacker sends a token of Alice that its issuer has bound to her phone by an extension of the format.",
        "A copy of that token; not the phone.",
        "The issuer has marked the extension as critical, and the server passes over what it does not know.",
        "ignore-crit",
        List.of("RFC 7515 §4.1.11", "RFC 8725 §3.9"),
        "Refuse a token whose crit names anything that this verifier does not understand and process.");
  }

  private static final String EXTENSION = "https://login.example/bound-to-device";

  @Override
  String token(Target target) throws CredentialException {
    String bound =
        target
            .loot()
            .tokenIssuedTo(
                Loot.VICTIM,
                Map.of("crit", List.of(EXTENSION), EXTENSION, "alice-phone"),
                Map.of());
    return target.makes(
        "Copy a token that Alice's phone used. Its header says that it is good on that phone alone, and that this is critical.",
        "token for Alice's phone",
        bound);
  }
}
