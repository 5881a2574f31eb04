package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;
import java.util.Map;

/** Writes with a token that was issued for reading. */
@AutoService(Attack.class)
public final class ScopeMissing implements Attack {
  private static final String TITLE = "Written with a token for reading";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "scope-missing",
        "More than the token is for",
        AttackGroup.AUTHORIZATION,
        "A program that Alice let read her calendar writes an event into it.",
        "A token of Alice whose scopes allow reading alone.",
        "The server looks at who the token is about, but not at what it was issued for.",
        "ignore-scope",
        List.of("RFC 6750 §3.1", "RFC 9700 §2.3", "OWASP API5:2023"),
        "Name the scope that each call needs, and refuse a credential that does not carry it, whoever it is about.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String reading =
        target.loot().tokenIssuedTo(Loot.VICTIM, Map.of("scope", "calendars:read events:read"));
    target.makes(
        "Take the token that Alice gave to a program which shows her calendar.",
        "token for reading",
        reading);
    Draft write = target.with("POST", Events.VICTIMS, "application/json", Events.named(TITLE));
    Hop answer = target.send("Write an event with it.", JwtAttack.withToken(write, reading));
    return target.end(answer.status() == 201, "The program wrote an event into Alice's calendar.");
  }
}
