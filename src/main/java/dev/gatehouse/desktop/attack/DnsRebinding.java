package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Calls the API from a web page under a name of the attacker. */
@AutoService(Attack.class)
public final class DnsRebinding implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "dns-rebinding",
        "DNS rebinding",
        AttackGroup.WIRE,
        "Alice opens a page of attacker.example. Then that name is pointed at her own machine, and the page's script calls the API there under it.",
        "A page that Alice opens, a name server of their own, and what no machine but hers can reach.",
        "To the browser it is one and the same site, so the script may read the answers, and the server answers to whatever name it is called.",
        "any-host",
        List.of("RFC 9110 §7.2", "CWE-350"),
        "Answer only requests whose Host is a name of this server, and refuse others with 421. TLS does so by itself.");
  }

  private static final String PAGE = "page in Alice's browser";

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String name = "attacker.example:" + target.base().getPort();
    Hop answer =
        target.send(
            PAGE,
            "The page's script asks for what is open to everybody who can reach the server.",
            target.get("/openapi.yaml").withHeader("Host", name));
    return target.end(
        answer.status() == 200,
        "The attacker's page reads answers of a server that only Alice's machine can reach.");
  }
}
