package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Redeems a code that was stolen on its way through the browser. */
@AutoService(Attack.class)
public final class OauthCodeInjection implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-code-injection",
        "A stolen code",
        AttackGroup.OAUTH,
        "The attacker takes Alice’s code out of her browser and redeems it in a session of their own.",
        "A code, from a log, the Referer header or another program on Alice's machine.",
        "The server does not ask who redeems a code for the secret behind the request for it.",
        "pkce-optional",
        List.of("RFC 9700 §4.5", "RFC 7636 §1"),
        "Bind each code to the request for it: let the client prove by PKCE that it has made that request.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code = alice.code("Alice connects her program.", AskedPerson.request());
    target.makes("Find the code in the history of her browser.", "code", code);
    String own = "x".repeat(AskedPerson.VERIFIER.length());
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Redeem it, with a verifier that was made up.",
            AskedPerson.redeeming(code, "code_verifier", own)));
  }
}
