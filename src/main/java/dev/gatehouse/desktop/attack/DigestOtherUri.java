package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Uses an answer to a challenge of Digest for another path than it was made for. */
@AutoService(Attack.class)
public final class DigestOtherUri implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "digest-other-uri",
        "An answer of Digest on another path",
        AttackGroup.PASSWORDS,
        "The attacker stops a harmless request of Alice on its way, and sends her answer along with a request for her"
            + " events.",
        "A place between Alice and the server.",
        "The answer covers the path that the header names, and the server never compares that with the path it was sent"
            + " to.",
        "digest-ignore-uri",
        List.of("RFC 7616 §3.4.6", "OWASP API2:2023"),
        "Refuse the request unless the uri in the header is the target that it was sent to.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft harmless =
          DigestAnswer.to(
              target, AttackStep.VICTIM, target.get("/calendars"), Map.of("qop", "auth"));
      String answered =
          target.makes(
              "Stop a request on its way with which Alice asks for her calendars.",
              "her answer",
              SignedRequest.authorization(harmless));
      Hop answer =
          target.send(
              "Put it on a request for her events.",
              target.get(Events.VICTIMS).withHeader("Authorization", answered));
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
