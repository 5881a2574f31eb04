package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.oauth.Parameters;
import java.util.List;

/** Shows the consent page in an invisible frame, over which the victim clicks. */
@AutoService(Attack.class)
public final class OauthConsentClickjacking implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-consent-clickjacking",
        "The consent page in an invisible frame",
        AttackGroup.OAUTH,
        "The attacker’s page shows the consent page in an invisible frame, and Alice clicks on what she sees below it.",
        "A page that Alice opens while she is logged in.",
        "The server lets pages of others show its pages in a frame.",
        "frameable-consent",
        List.of("RFC 9700 §4.16", "CWE-1021"),
        "Forbid frames with Content-Security-Policy (frame-ancestors), and refuse what a browser says it will put into one.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    AskedPerson alice = new AskedPerson(target);
    String handle =
        alice.logsIn("Alice opens a page of the attacker's, which asks.", AskedPerson.request());
    Hop frame = alice.framed("The page shows the question in an invisible frame.", handle);
    boolean shown = frame.status() == 200 && frame.header("X-Frame-Options").isEmpty();
    if (!shown) {
      return target.end(false, Events.GAIN);
    }
    String sentTo =
        alice.agrees("She clicks where she sees a game. The button above it says Allow.", handle);
    String code = Parameters.ofQuery(sentTo).getOrDefault("code", "");
    return alice.use(
        alice.tokens(
            AttackStep.ATTACKER,
            "Redeem the code, which the attacker's request has asked for.",
            AskedPerson.redeeming(code)));
  }
}
