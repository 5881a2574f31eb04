package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.ApiKeyCredential;
import java.util.List;

/** Counts up from the number of a known key. */
@AutoService(Attack.class)
public final class ApiKeyGuess implements Attack {
  private static final int TRIES = 5;

  @Override
  public AttackCard card() {
    return new AttackCard(
        "api-key-guess",
        "API keys that can be counted",
        AttackGroup.KEYS_AND_SESSIONS,
        "The attacker looks at his own API key, an old one that ends in a number, and tries the numbers after it.",
        "An account of his own from the time when keys were numbered.",
        "The keys of that time are still taken, and the next number is somebody else's.",
        "sequential-api-keys",
        List.of("OWASP API2:2023", "CWE-330", "CWE-340"),
        "Draw keys at random, with at least 128 bits, and take back those from before.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String own =
        target.makes(
            "Look at the own key.", "API key", target.loot().secret(Loot.ATTACKER, "oldApiKey"));
    int numberAt = own.lastIndexOf('_') + 1;
    int number = Integer.parseInt(own.substring(numberAt));
    for (int next = number + 1; next <= number + TRIES; next++) {
      String key = own.substring(0, numberAt) + "%06d".formatted(next);
      if (Events.areIn(
          target.send(
              "Try " + key + ".",
              target.get(Events.VICTIMS).withHeader(ApiKeyCredential.HEADER, key)))) {
        return target.end(true, Events.GAIN);
      }
    }
    return target.end(false, Events.GAIN);
  }
}
