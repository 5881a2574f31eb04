package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Strips the PKCE challenge from the request, then redeems the code without a verifier. */
@AutoService(Attack.class)
public final class OauthPkceDowngrade implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-pkce-downgrade",
        "The challenge stripped",
        AttackGroup.OAUTH,
        "The attacker gives Alice a link to the authorization server from which the PKCE challenge was taken out.",
        "A link that Alice follows, and a look at where her browser is sent back to.",
        "The server takes requests without a challenge, and then asks for no verifier.",
        "pkce-downgrade",
        List.of("RFC 9700 §4.8.2", "RFC 9700 §2.1.1"),
        "Refuse requests for a code that carry no challenge.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code =
        alice.code(
            "Alice follows a link that asks in the name of her program, without a challenge.",
            AskedPerson.request("code_challenge", "", "code_challenge_method", ""));
    if (code.isEmpty()) {
      return target.end(false, Events.GAIN);
    }
    target.makes("Find the code in the history of her browser.", "code", code);
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Redeem it, without a verifier: there was no challenge.",
            AskedPerson.redeeming(code, "code_verifier", "")));
  }
}
