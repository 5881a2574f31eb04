package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Reads with the victim's session from a page of another origin. */
@AutoService(Attack.class)
public final class CrossOriginRead implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "cross-origin-read",
        "Read by a page of another origin",
        AttackGroup.WIRE,
        "A script in a page of the attacker fetches Alice's events from the API and sends him what it reads.",
        "A page of the same site, such as another port of the host, that Alice opens while she is signed in.",
        "The browser adds Alice's cookie, and the server names whatever origin asks as one that may read the answer.",
        "reflect-origin",
        List.of("WHATWG Fetch, CORS protocol", "OWASP API8:2023", "CWE-942"),
        "Name in Access-Control-Allow-Origin only origins from a list of your own, and allow credentials to few of them, best none.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String cookie =
        BrowserSession.cookie(
            BrowserSession.signIn(target, BrowserSession.BROWSER, "Alice signs in."));
    String origin = BrowserSession.pageOfTheAttacker(target);
    Draft fetch =
        target
            .get(Events.VICTIMS)
            .withHeader("Origin", origin)
            .withHeader("Sec-Fetch-Site", "same-site")
            .withHeader("Sec-Fetch-Mode", "cors")
            .withHeader("Sec-Fetch-Dest", "empty");
    Hop answer =
        target.send(
            BrowserSession.BROWSER,
            "Alice opens the attacker's page. Its script fetches her events, and the browser adds her cookie.",
            BrowserSession.with(cookie, fetch));
    return target.end(isShownTo(origin, answer) && Events.areIn(answer), Events.GAIN);
  }

  /** Whether a browser hands this answer to a page of that origin (WHATWG Fetch, CORS check). */
  private static boolean isShownTo(String origin, Hop answer) {
    return answer.header("Access-Control-Allow-Origin").filter(origin::equals).isPresent()
        && answer.header("Access-Control-Allow-Credentials").filter("true"::equals).isPresent();
  }
}
