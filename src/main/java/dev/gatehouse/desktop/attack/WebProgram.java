package dev.gatehouse.desktop.attack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import dev.gatehouse.desktop.oauth.BuiltInBrowser;
import dev.gatehouse.desktop.oauth.ClientSettings;
import dev.gatehouse.desktop.oauth.CodeFlow;
import dev.gatehouse.desktop.oauth.FlowException;
import dev.gatehouse.desktop.oauth.Granted;
import dev.gatehouse.desktop.oauth.OpenRequests;
import dev.gatehouse.desktop.oauth.UserAgent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What attacks on a client have in common: a calendar on the web that Alice and the attacker both
 * use. Its OAuth client is this program's own, and what it does is really done.
 */
final class WebProgram {
  private static final String ID = "web";
  private static final String CALLBACK = "https://web.example/callback";
  private static final String SCOPE = "openid calendars:read events:read events:write";
  private static final String TITLE = "Written by Alice";
  private static final String GAIN =
      "Alice is signed in as the attacker, and what she writes is in his calendar.";

  private final Target target;
  private final OpenRequests open = new OpenRequests();

  /** The program, registered at this server. */
  WebProgram(Target target) {
    this.target = target;
  }

  /** A browser in front of this person. */
  UserAgent browserOf(String person) {
    return new BuiltInBrowser(person, target.loot().secret(person, "password"));
  }

  /**
   * Somebody logs in to it.
   *
   * @param wire for what the program and the browser send
   * @return what the program was given; empty if it stopped
   */
  Optional<Granted> login(Wire wire, UserAgent browser) throws InterruptedException {
    ClientSettings settings =
        new ClientSettings(target.base().toString(), ID, target.loot().programSecret(ID), SCOPE);
    try {
      return Optional.of(
          new CodeFlow(settings, CALLBACK, false, false, browser, open)
              .granted(wire, Clock.systemUTC()));
    } catch (FlowException stopped) {
      return Optional.empty();
    }
  }

  /** The attacker logs in to it, but does not follow the link that leads back to it. */
  String linkOfAttacker() throws InterruptedException {
    List<String> links = new ArrayList<>();
    login(
        target.wireOf(AttackStep.ATTACKER),
        (url, redirection, wire) -> {
          links.add(browserOf(Loot.ATTACKER).visit(url, redirection, wire));
          throw new FlowException("The attacker does not follow it.");
        });
    return target.makes(
        "Do not follow the link back to the program, but keep it.", "link", String.join("", links));
  }

  /**
   * Alice writes an event in what she takes for her calendar, and the attacker looks into his.
   *
   * @param own the attacker's calendar
   * @param granted what the program was given when she logged in
   */
  AttackResult used(String own, Optional<Granted> granted) throws InterruptedException {
    if (granted.isEmpty()) {
      return target.end(false, GAIN);
    }
    String token = granted.get().accessToken();
    Hop calendars =
        target.send(
            AttackStep.VICTIM,
            "The program asks for her calendars.",
            JwtAttack.withToken(target.get("/calendars"), token));
    target.send(
        AttackStep.VICTIM,
        "She writes an event into the one that is called her own.",
        JwtAttack.withToken(
            target.with(
                "POST",
                "/calendars/" + firstOwned(calendars) + "/events",
                "application/json",
                Events.named(TITLE)),
            token));
    Hop seen =
        target.send(
            "Look into Dave's calendar.",
            target.as(Loot.ATTACKER, target.get("/calendars/" + own + "/events")));
    return target.end(Events.areIn(seen, TITLE), GAIN);
  }

  private static String firstOwned(Hop calendars) {
    for (JsonNode calendar : Events.body(calendars).path("calendars")) {
      if (calendar.path("access").asText().equals("owner")) {
        return calendar.path("id").asText();
      }
    }
    return "none";
  }
}
