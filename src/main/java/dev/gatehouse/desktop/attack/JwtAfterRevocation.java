package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Uses a signed token after it was taken back. */
@AutoService(Attack.class)
public final class JwtAfterRevocation implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-after-revocation",
        "A token that was taken back",
        AttackGroup.JWT,
        "The attacker uses Alice’s token after her program has taken it back.",
        "A token that Alice knows to be stolen.",
        "The signature is genuine and the token has not ended, and the server asks no more.",
        "ignore-token-revocation",
        List.of("RFC 7009 §3", "OWASP API2:2023"),
        "Keep a list of the tokens that were taken back until they have ended, or let them last for minutes only.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code = alice.code("Alice connects her program.", AskedPerson.request());
    Hop answer =
        alice.tokens(
            AttackStep.VICTIM, "Her program redeems the code.", AskedPerson.redeeming(code));
    target.send(
        AttackStep.VICTIM,
        "Alice's machine is stolen. She has the token taken back.",
        alice.form(
            "/oauth/revoke",
            Map.of("client_id", AskedPerson.CLIENT, "token", AskedPerson.accessToken(answer))));
    return alice.use(answer);
  }
}
