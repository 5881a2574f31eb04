package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Uses a token before its time. */
@AutoService(Attack.class)
public final class JwtNotYetValid extends JwtAttack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-not-yet-valid",
        "A token for next week",
        AttackGroup.JWT,
        "The attacker sends a token of Alice that is meant to be used from next week on.",
        "A token of Alice that was issued ahead of its time, for example for a job that is planned.",
        "The server looks at when a token ends, and not at when it begins.",
        "ignore-not-before",
        List.of("RFC 7519 §4.1.5", "OWASP API2:2023"),
        "Where a token has the claim nbf, refuse it before that moment. Where clocks differ, a minute of tolerance is enough.");
  }

  @Override
  String token(Target target) {
    Instant begins = Instant.now().plus(Duration.ofDays(7));
    String early =
        target
            .loot()
            .tokenIssuedTo(
                Loot.VICTIM,
                Map.of(
                    "nbf",
                    begins.getEpochSecond(),
                    "exp",
                    begins.plus(Duration.ofHours(1)).getEpochSecond()));
    return target.makes(
        "Take a token out of the queue of a planned job. It begins next week.",
        "early token",
        early);
  }
}
