package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Tells by the words of an answer whether somebody has an account. */
@AutoService(Attack.class)
public final class UserEnumerationMessage implements Attack {
  private static final String GAIN = "The attacker knows that Alice has an account here.";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "user-enumeration-message",
        "Who is known here, by the words",
        AttackGroup.PASSWORDS,
        "The attacker sends a password that is surely wrong, for a name that nobody has and for Alice's, and compares what"
            + " is answered.",
        "A list of names. No password.",
        "The server says something else when there is such a person, to be helpful: so each name can be asked about.",
        "verbose-errors",
        List.of("OWASP ASVS 4.0 V2.2", "CWE-204"),
        "Answer an unknown name and a wrong password in the same words, with the same status (OWASP ASVS 4.0 V2.2).");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop nobody = target.send("Ask for a name that nobody has.", guess(target, Loot.NOBODY));
    Hop alice = target.send("Ask for Alice's.", guess(target, Loot.VICTIM));
    return target.end(!words(nobody, Loot.NOBODY).equals(words(alice, Loot.VICTIM)), GAIN);
  }

  private static Draft guess(Target target, String name) {
    return Passwords.on(target.get(Events.VICTIMS), name, Passwords.WRONG);
  }

  /** What differs by whether there is such a person, and not by the name that was sent. */
  private static String words(Hop answer, String name) {
    String detail = Events.body(answer).path("detail").asText();
    return answer.status() + " " + detail.replace(name, "the name");
  }
}
