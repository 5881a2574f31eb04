package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Changes the path of a signed request, which its signature leaves out. */
@AutoService(Attack.class)
public final class SignatureCoverage implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "signature-coverage",
        "A part that nobody signed",
        AttackGroup.PROOF_OF_POSSESSION,
        "The attacker stops a request on its way whose signature leaves the path out, and sends it elsewhere.",
        "A place between Alice and the server, and a client of Alice's that signs too little.",
        "The signature is genuine, and the server does not ask what it covers.",
        "signature-any-coverage",
        List.of("RFC 9421 §7.2.1", "OWASP API2:2023"),
        "Demand that method, target and content are covered, whatever else is.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    try {
      Draft signed =
          SignedMessage.byAlice(target, target.get("/health"), "\"@method\" \"@authority\"");
      target.makes(
          "Stop a harmless request on its way. Its signature covers method and host alone.",
          "its signature",
          SignedMessage.signature(signed));
      Draft elsewhere =
          new Draft(
              signed.method(), target.get(Events.VICTIMS).url(), signed.headers(), signed.body());
      Hop answer = target.send("Let it go on to Alice's events.", elsewhere);
      return target.end(Events.areIn(answer), Events.GAIN);
    } catch (CredentialException unexpected) {
      return target.end(false, Events.GAIN);
    }
  }
}
