package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries codes until one is right. */
@AutoService(Attack.class)
public final class TotpGuessing implements Attack {
  private static final int WRONG = 8;

  @Override
  public AttackCard card() {
    return new AttackCard(
        "totp-guessing",
        "One-time code guessed",
        AttackGroup.SECOND_FACTORS,
        "The attacker tries one code after the other. A real one needs some hundred thousand tries, a few hours; here the right one is among the first.",
        "Alice's password. The code is not known.",
        "There are only a million codes, three are right at any time, and nobody counts the wrong ones.",
        "totp-no-throttle",
        List.of("RFC 4226 §7.3", "OWASP API2:2023", "CWE-307"),
        "Count wrong codes for each person and make the next one wait, longer each time.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      return target.end(gains(target), SecondFactor.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, SecondFactor.GAIN);
    }
  }

  private static boolean gains(Target target) throws CredentialException, InterruptedException {
    Hop login =
        BrowserSession.signIn(target, AttackStep.ATTACKER, "Sign in with Alice's password.");
    Hop proved = login;
    for (String code : guesses(target)) {
      proved = SecondFactor.prove(target, AttackStep.ATTACKER, "Try " + code + ".", login, code);
    }
    return SessionCredential.isAccepted(proved)
        && SessionCredential.isAccepted(SecondFactor.share(target, proved));
  }

  /** Some that are wrong, then the one that is right. */
  private static List<String> guesses(Target target) {
    List<String> right =
        IntStream.rangeClosed(-2, 2).mapToObj(offset -> SecondFactor.code(target, offset)).toList();
    Stream<String> wrong =
        IntStream.range(0, WRONG + right.size())
            .mapToObj(number -> "%06d".formatted(number))
            .filter(code -> !right.contains(code))
            .limit(WRONG);
    return Stream.concat(wrong, Stream.of(SecondFactor.code(target, 0))).toList();
  }
}
