package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Plants a session identifier in the victim's browser before she signs in. */
@AutoService(Attack.class)
public final class SessionFixation implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "session-fixation",
        "Session fixation",
        AttackGroup.KEYS_AND_SESSIONS,
        "The attacker leaves the cookie of his own session in a browser that Alice then signs in with, and goes on using it himself.",
        "A minute at the browser, or a page on another port of the same host, whose cookies are the same.",
        "The login makes the session Alice's and leaves its identifier as it was, which the attacker knows.",
        "keep-session-on-login",
        List.of("OWASP ASVS 4.0 V3.2.1", "RFC 6265 §8.4", "CWE-384"),
        "Make a new identifier at each login and end the one that came with it.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop own =
        target.send(
            "Sign in with the own account, and leave the cookie in Alice's browser.",
            BrowserSession.login(target, Loot.ATTACKER));
    String planted = BrowserSession.cookie(own);
    target.send(
        BrowserSession.BROWSER,
        "Alice signs in. Her browser sends the cookie that it has.",
        BrowserSession.with(planted, BrowserSession.login(target, Loot.VICTIM)));
    return target.end(
        BrowserSession.opensEvents(target, "Read Alice's events with that same cookie.", planted),
        Events.GAIN);
  }
}
