package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import java.util.List;

/** Changes who a token is about and keeps its signature. */
@AutoService(Attack.class)
public final class JwtTampered extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-tampered",
        "Tampered payload",
        AttackGroup.JWT,
        "The attacker writes Alice's name into their own token and leaves the signature as it is.",
        "A token of their own.",
        "The server decodes the token without verifying its signature, and believes what it says.",
        "skip-signature",
        List.of("RFC 7515 §5.2", "RFC 8725 §2.1"),
        "Call the function that verifies, not the one that only decodes, and read no claim before it has said yes.");
  }

  @Override
  String token(Target target) throws CredentialException {
    String forged = ownToken(target).withClaim("sub", Loot.VICTIM).text();
    return target.makes(
        "Take Dave's token, set sub to alice, and keep the old signature.", "forged token", forged);
  }
}
