package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.identity.DigestAlgorithm;
import dev.gatehouse.server.identity.DigestSecrets;
import java.util.List;
import java.util.Map;

/** Answers with MD5 where SHA-256 was offered. */
@AutoService(Attack.class)
public final class DigestDowngrade implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "digest-downgrade",
        "An answer by MD5",
        AttackGroup.PASSWORDS,
        "The attacker has found the MD5 hash of Alice's password in an old file, and answers the server's challenge with"
            + " it.",
        "The hash that Digest with MD5 stores. It is as good as the password, where MD5 is taken.",
        "The server offers SHA-256, and takes MD5 all the same from those who know no better.",
        "digest-accept-md5",
        List.of("RFC 7616 §5.6", "OWASP API2:2023"),
        "Take the algorithms that were offered and no other, and throw away what was stored for MD5.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      target.makes(
          "Find a file of an old server in a backup.",
          "what it says of Alice",
          DigestAlgorithm.MD5.secret(
              Loot.VICTIM, DigestSecrets.REALM, target.loot().secret(Loot.VICTIM, "password")));
      Draft answered =
          DigestAnswer.to(
              target,
              AttackStep.ATTACKER,
              target.get(Events.VICTIMS),
              Map.of("qop", "auth", "algorithm", "MD5"));
      Hop answer = target.send("Answer with that hash, by MD5.", answered);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
