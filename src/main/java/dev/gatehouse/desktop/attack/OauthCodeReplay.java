package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Redeems a code once more. */
@AutoService(Attack.class)
public final class OauthCodeReplay implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-code-replay",
        "A code redeemed twice",
        AttackGroup.OAUTH,
        "The attacker sends the request once more by which Alice’s program redeemed its code.",
        "That request, from the log of a proxy that writes bodies down.",
        "The server takes a code as often as it is sent.",
        "reusable-code",
        List.of("RFC 6749 §4.1.2", "RFC 9700 §4.5"),
        "Take each code once. If it comes again, end the tokens that were given for it, for one of the two is a thief.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code = alice.code("Alice connects her program.", AskedPerson.request());
    alice.tokens(AttackStep.VICTIM, "Her program redeems the code.", AskedPerson.redeeming(code));
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Send the same request again, read out of a log.",
            AskedPerson.redeeming(code)));
  }
}
