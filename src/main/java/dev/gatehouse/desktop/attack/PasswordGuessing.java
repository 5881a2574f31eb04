package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.attack.crack.WordList;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.stream.Stream;

/** Tries common passwords on one person. */
@AutoService(Attack.class)
public final class PasswordGuessing implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "password-guessing",
        "Password guessing",
        AttackGroup.PASSWORDS,
        "The attacker tries one password after the other on Alice. A list has thousands; here the"
            + " right one comes after a dozen.",
        "Her name and a list of common passwords.",
        "Nobody counts the wrong ones, so that time is all it takes.",
        "no-throttle",
        List.of("OWASP API2:2023", "NIST SP 800-63B-3 §5.2.2", "CWE-307"),
        "Count wrong passwords for each person, and make the next one wait, longer each time. Let a"
            + " right one wait as well.");
  }

  /** More than one may get wrong for one person before the next try has to wait. */
  private static final int WRONG = 14;

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    List<String> common = WordList.commonPasswords(WRONG).words();
    Stream<String> guesses =
        Stream.concat(common.stream(), Stream.of(target.loot().secret(Loot.VICTIM, "password")));
    for (String guess : guesses.toList()) {
      Hop answer =
          target.send(
              "Try " + (common.contains(guess) ? guess : "the next of the list") + ".",
              Passwords.on(target.get(Events.VICTIMS), Loot.VICTIM, guess));
      if (Events.areIn(answer)) {
        return target.end(true, Events.GAIN);
      }
    }
    return target.end(false, Events.GAIN);
  }
}
