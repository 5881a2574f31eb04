package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells by the time that an answer takes whether somebody has an account. */
@AutoService(Attack.class)
public final class UserEnumerationTiming implements Attack {
  private static final String GAIN = "The attacker knows that Alice has an account here.";

  /** Few, since the server counts wrong passwords. */
  private static final int SAMPLES = 4;

  /** A hash takes tens of milliseconds, and everything else one or two. */
  private static final int MUCH_LONGER = 4;

  private static final Duration FOR_EVER = Duration.ofDays(1);

  @Override
  public AttackCard card() {
    return new AttackCard(
        "user-enumeration-timing",
        "Who is known here, by the time",
        AttackGroup.PASSWORDS,
        "The attacker sends wrong passwords in turn for Alice and for a name that nobody has, and compares the shortest"
            + " times.",
        "A list of names and a clock. No password.",
        "Where there is no such person the server has nothing to compare with, so it saves the costly hash and answers at"
            + " once.",
        "skip-hash-for-unknown",
        List.of("OWASP ASVS 4.0 V2.2", "CWE-208"),
        "Compute a hash in any case, for an unknown name with one that nothing fits, so that both take as long (OWASP"
            + " ASVS 4.0 V2.2).");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Duration alice = FOR_EVER;
    Duration nobody = FOR_EVER;
    // In turn, so that whatever else the machine is busy with holds up both. The shortest time is
    // the one that was held up least.
    for (int i = 1; i <= SAMPLES; i++) {
      alice = shorter(alice, time(target, "Alice", Loot.VICTIM, i));
      nobody = shorter(nobody, time(target, "a name that nobody has", Loot.NOBODY, i));
    }
    target.makes(
        "Compare the shortest times.",
        "shortest times",
        millis(alice) + " for Alice, " + millis(nobody) + " for nobody");
    boolean measured = alice.compareTo(FOR_EVER) < 0;
    return target.end(measured && alice.compareTo(nobody.multipliedBy(MUCH_LONGER)) > 0, GAIN);
  }

  private static Duration time(Target target, String who, String name, int turn)
      throws InterruptedException {
    Hop answer =
        target.send(
            "Time a wrong password for " + who + ", " + turn + " of " + SAMPLES + ".",
            Passwords.on(target.get(Events.VICTIMS), name, Passwords.WRONG));
    return answer.status() == 401 ? answer.took() : FOR_EVER;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
  }
}
