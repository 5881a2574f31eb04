package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.util.List;

/** Has the code sent to an address that only begins like a registered one. */
@AutoService(Attack.class)
public final class OauthOpenRedirect implements Attack {
  /** A host of the attacker, for all that its name begins with that of Alice's machine. */
  private static final String STRANGER = "http://127.0.0.1.attacker.example/callback";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-open-redirect",
        "A code sent to a stranger",
        AttackGroup.OAUTH,
        "The attacker gives Alice a link in which the answer is to go to an address that only begins like that of her program.",
        "A link that Alice follows.",
        "The server compares the beginning of the address instead of all of it.",
        "redirect-prefix-match",
        List.of("RFC 9700 §4.1.1", "RFC 9700 §4.1.3"),
        "Compare the whole address, character by character, with those that are registered.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String code =
        alice.code(
            "Alice follows a link that asks in the name of her program.",
            AskedPerson.request("redirect_uri", STRANGER));
    if (code.isEmpty()) {
      return target.end(false, Events.GAIN);
    }
    target.makes("Her browser brings the code to the attacker.", "code", code);
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Redeem it. The verifier is the attacker's own, for so was the request.",
            AskedPerson.redeeming(code, "redirect_uri", STRANGER)));
  }
}
