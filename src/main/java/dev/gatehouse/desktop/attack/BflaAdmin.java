package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Calls a function of administrators. */
@AutoService(Attack.class)
public final class BflaAdmin implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "bfla-admin",
        "A function of administrators",
        AttackGroup.AUTHORIZATION,
        "Bob, who is no administrator, calls the function that lists all people.",
        "An account of their own, and the address, which stands in the description of the API.",
        "The function is not linked anywhere, and that is all that protects it.",
        "admin-by-obscurity",
        List.of("OWASP API5:2023", "CWE-862"),
        "Ask for the role at each function, and deny where nothing is said. Whether a page shows the button does not matter.");
  }

  private static final String BOB = "bob";

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop answer =
        target.send(
            BOB,
            "Ask for the list of all people with Bob's own, genuine token.",
            target.as(BOB, target.get("/admin/users")));
    return target.end(
        answer.status() == 200 && !Events.body(answer).findValues("id").isEmpty(),
        "Bob reads the list of all people and their roles.");
  }
}
