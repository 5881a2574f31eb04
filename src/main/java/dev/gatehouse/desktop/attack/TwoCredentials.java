package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Sends a genuine token to be verified and a forged one to be believed. */
@AutoService(Attack.class)
public final class TwoCredentials implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "two-credentials",
        "Two credentials in one request",
        AttackGroup.WIRE,
        "The attacker sends two Authorization headers: their own genuine token, then a forged one about Alice.",
        "An account of their own.",
        "One part of the server verifies the first header, another reads from the last one who the caller is.",
        "first-header-wins",
        List.of("RFC 9110 §5.3", "RFC 6750 §3.1", "OWASP API2:2023"),
        "Refuse a request with more than one credential, and hand on who was verified instead of reading the header again.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      String genuine = target.loot().secret(Loot.ATTACKER, "jwt");
      String forged = JwtAttack.ownToken(target).withClaim("sub", Loot.VICTIM).text();
      target.makes(
          "Take Dave's token and write Alice's name into it. Its signature no longer fits.",
          "forged token",
          forged);
      Draft both =
          JwtAttack.withToken(JwtAttack.withToken(target.get(Events.VICTIMS), genuine), forged);
      Hop answer = target.send("Send Dave's own token first, and the forged one after it.", both);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
