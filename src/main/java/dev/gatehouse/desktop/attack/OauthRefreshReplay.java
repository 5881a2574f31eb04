package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Uses a refresh token that its client has exchanged already. */
@AutoService(Attack.class)
public final class OauthRefreshReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-refresh-replay",
        "A refresh token used again",
        AttackGroup.OAUTH,
        "The attacker exchanges a refresh token that Alice’s program has used before.",
        "An old refresh token, from a backup of Alice's machine.",
        "The server takes a refresh token as often as it is sent.",
        "no-refresh-rotation",
        List.of("RFC 9700 §4.14.2", "RFC 6749 §10.4"),
        "Give a new refresh token with each exchange and take each once. If one comes again, end them all.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code = alice.code("Alice connects her program.", AskedPerson.request());
    String token =
        AskedPerson.refreshToken(
            alice.tokens(
                AttackStep.VICTIM, "Her program redeems the code.", AskedPerson.redeeming(code)));
    alice.tokens(
        AttackStep.VICTIM, "An hour later it renews its tokens.", AskedPerson.refreshing(token));
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Exchange the refresh token that it had before.",
            AskedPerson.refreshing(token)));
  }
}
