package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.crack.WordList;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.ArrayList;
import java.util.List;

/** Tries one password on everybody. */
@AutoService(Attack.class)
public final class PasswordSpraying implements Attack {
  /** One more than an address may get wrong before it has to wait. */
  private static final int OTHERS = 101;

  @Override
  public AttackCard card() {
    return new AttackCard(
        "password-spraying",
        "One password tried on everybody",
        AttackGroup.PASSWORDS,
        "The attacker tries one password on a hundred names, one after the other. It is no more than one try for each of"
            + " them, and here Alice is the one who has it.",
        "A list of first names and a password that somebody will have.",
        "Wrong passwords are counted for each person alone, and nobody has more than one of them.",
        "no-source-throttle",
        List.of("OWASP API2:2023", "NIST SP 800-63B-3 §5.2.2", "CWE-307"),
        "Count wrong passwords for each address too, over all names, those included that nobody has (NIST SP 800-63B-3"
            + " §5.2.2).");
  }

  /** By Digest, since that costs neither side a slow hash: the tries are counted all the same. */
  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      String password = target.loot().secret(Loot.VICTIM, "password");
      Hop challenge = target.send("Ask for a challenge.", target.get(Events.VICTIMS));
      List<Draft> tries = new ArrayList<>();
      for (String name : names()) {
        tries.add(DigestAnswer.to(challenge, target.get(Events.VICTIMS), name, password));
      }
      target.send("Try the password on " + names().get(0) + ".", tries.get(0));
      target.sendEach("Try it on a hundred other names.", tries.subList(1, tries.size()));
      Hop answer =
          target.send(
              "Try it on alice.",
              DigestAnswer.to(challenge, target.get(Events.VICTIMS), Loot.VICTIM, password));
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }

  private static List<String> names() {
    return WordList.firstNames(OTHERS + 1).words().stream()
        .filter(name -> !name.equals(Loot.VICTIM))
        .limit(OTHERS)
        .toList();
  }
}
