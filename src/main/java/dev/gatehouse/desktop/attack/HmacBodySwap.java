package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Changes the body of a signed request on its way and leaves the rest as it is. */
@AutoService(Attack.class)
public final class HmacBodySwap implements Attack {
  private static final String TITLE = "Not what Alice signed";
  private static final String GAIN = "An event of the attacker's stands in Alice's calendar.";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "hmac-body-swap",
        "Another body under the same signature",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker takes a request that Alice has just signed and puts another event into it.",
        "A place between Alice and the server.",
        "The signature covers a digest of the body, and the server never compares that digest with the body.",
        "hmac-body-unsigned",
        List.of("RFC 9530 §6.3", "OWASP API2:2023"),
        "Compute the digest of the body that came, and refuse the request unless it is the one that was signed.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft alices = target.with("POST", Events.VICTIMS, "application/json", Events.named("Lunch"));
      Draft signed = SignedRequest.byAlice(target, alices);
      target.makes(
          "Stop a request on its way with which Alice adds an event.",
          "its signature",
          SignedRequest.authorization(signed));
      byte[] other = Events.named(TITLE).getBytes(StandardCharsets.UTF_8);
      Hop answer =
          target.send(
              "Let it go on with another event in it.",
              new Draft(signed.method(), signed.url(), signed.headers(), other));
      return target.end(answer.status() == 201, GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, GAIN);
    }
  }
}
