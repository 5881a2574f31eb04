package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.server.authn.DpopProofChecks;
import java.util.List;
import java.util.Map;

/** Uses a proof that was made for the attacker's own service. */
@AutoService(Attack.class)
public final class DpopOtherRequest implements Attack {
  private static final String OWN_SERVICE = "https://holidays.example/calendar";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "dpop-other-request",
        "A proof of DPoP for another address",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker has a service that Alice's program calls with her token and a proof for it, and uses both at the"
            + " Calendar API.",
        "A service of their own that Alice's program was led to call.",
        "The proof is genuine, and the server does not look at which address it was made for.",
        "dpop-ignore-htu",
        List.of("RFC 9449 §4.3", "OWASP API2:2023"),
        "Compare method and address in the proof with those of the request.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft events = target.get(Events.VICTIMS);
      Hop refused =
          target.send(
              "Get a number of the Calendar API's: anybody is given one.",
              events.withHeader("Authorization", "DPoP none").withHeader("DPoP", "none"));
      String number = refused.header(DpopProofChecks.NONCE_FIELD).orElse("");
      Draft proved =
          BoundToken.provedByVictim(
              target,
              events,
              Map.of("htu", OWN_SERVICE, "nonce", number),
              (purpose, hop) -> target.send(AttackStep.VICTIM, purpose, hop));
      target.makes(
          "Hand that number to Alice's program, which calls the attacker's service with it.",
          "her token and proof for " + OWN_SERVICE,
          SignedRequest.authorization(proved));
      Hop answer = target.send("Send both to the Calendar API.", proved);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
