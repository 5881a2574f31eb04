package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.sigv4.SigV4;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends a signed request once more, long after it was signed. */
@AutoService(Attack.class)
public final class HmacReplay implements Attack {
  private static final Duration A_DAY = Duration.ofDays(1);

  @Override
  public AttackCard card() {
    return new AttackCard(
        "hmac-replay",
        "A signed request sent again",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker sends a request again that Alice signed a day ago, just as it was.",
        "A signed request of Alice, for example from a log.",
        "The signature is genuine, and the server does not ask when it was made or whether it was used.",
        "hmac-no-window",
        List.of("RFC 9421 §7.2.2", "OWASP API2:2023"),
        "Take a signed date only within a few minutes of now, and each signature once within them.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      String yesterday = SigV4.timestamp(Instant.now().minus(A_DAY));
      Draft signed =
          SignedRequest.byAlice(
              target, target.get(Events.VICTIMS).withHeader(SigV4.DATE_HEADER, yesterday));
      target.makes(
          "Find a request in a log that Alice signed yesterday. The secret key is not in it.",
          "its signature",
          SignedRequest.authorization(signed));
      Hop answer = target.send("Send it again, just as it was.", signed);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
