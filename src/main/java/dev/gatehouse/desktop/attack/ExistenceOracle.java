package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Tells real calendars from made-up ones. */
@AutoService(Attack.class)
public final class ExistenceOracle implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "existence-oracle",
        "Which calendars exist",
        AttackGroup.AUTHORIZATION,
        "Dave asks for calendars by names that he guesses, and sees from the answers which of them exist.",
        "An account of their own, and an idea of how identifiers are made.",
        "A calendar that he may not see is forbidden (403), and one that does not exist is not found (404).",
        "reveal-existence",
        List.of("OWASP API1:2023", "RFC 9110 §15.5.4"),
        "Give the same answer, 404, for what is not there and for what the caller may not know of.");
  }

  private static final String RULE = "visibility";
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop madeUp = ask(target, "/calendars/zoe-work/events");
    Hop real = ask(target, Events.VICTIMS);
    return target.endAtRule(
        RULE,
        real.status() == FORBIDDEN && madeUp.status() == NOT_FOUND,
        "The attacker knows that Alice has a calendar named alice-work.");
  }

  private static Hop ask(Target target, String path) throws InterruptedException {
    return target.send(
        "Ask for " + path + " and note the status.", target.as(Loot.ATTACKER, target.get(path)));
  }
}
