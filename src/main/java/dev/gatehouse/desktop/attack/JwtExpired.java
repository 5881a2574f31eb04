package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Uses a token that has ended. */
@AutoService(Attack.class)
public final class JwtExpired extends JwtAttack {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-expired",
        "An old token",
        AttackGroup.JWT,
        "The attacker sends a token of Alice that ended days ago.",
        "An old token, for example from a log file or a backup.",
        "The server verifies the signature, which is genuine, and does not look at the time.",
        "ignore-expiry",
        List.of("RFC 7519 §4.1.4", "OWASP API2:2023"),
        "Demand the claim exp and refuse the token from that moment on. Where clocks differ, a minute of tolerance is enough.");
  }

  @Override
  String token(Target target) {
    Instant issued = Instant.now().minus(A_WEEK);
    String old =
        target
            .loot()
            .tokenIssuedTo(
                Loot.VICTIM,
                Map.of(
                    "iat",
                    issued.getEpochSecond(),
                    "nbf",
                    issued.getEpochSecond(),
                    "exp",
                    issued.plus(AN_HOUR).getEpochSecond()));
    return target.makes(
        "Find a token of Alice in an old log. It was issued a week ago, for an hour.",
        "old token",
        old);
  }
}
