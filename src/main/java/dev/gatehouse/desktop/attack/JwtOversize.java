package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Sends a token that costs the server too much. */
@AutoService(Attack.class)
public final class JwtOversize implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-oversize",
        "A token that is too large",
        AttackGroup.JWT,
        "The attacker sends a genuine token of a size that no token needs to have, over and over.",
        "A token of their own, into which the issuer wrote a long list.",
        "The server reads, decodes and hashes whatever it is sent before it asks whether that is reasonable.",
        "no-size-limit",
        List.of("OWASP API4:2023", "RFC 8725 §3.7"),
        "Before anything else, compare the length of a credential with the longest that can be genuine.");
  }

  private static final String GAIN = "The attacker made the server examine 24,000 characters.";
  private static final int FILLING = 12_000;

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String token =
        target.makes(
            "Have a token issued to Dave with a very long claim in it.",
            "large token",
            target.loot().tokenIssuedTo(Loot.ATTACKER, Map.of("groups", "g ".repeat(FILLING / 2))));
    Hop answer = target.send("Send it.", JwtAttack.withToken(target.get("/me"), token));
    return target.end(answer.status() == 200, GAIN);
  }
}
