package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.ApiKeyCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Reads a key out of the addresses in a log. */
@AutoService(Attack.class)
public final class ApiKeyFromLog implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "api-key-from-log",
        "A key read out of a log",
        AttackGroup.KEYS_AND_SESSIONS,
        "The attacker reads an access log and takes Alice’s key out of an address in it.",
        "The log of a proxy or a server that her program calls through.",
        "The server takes a key out of a URL, so programs send it there, and every log on the way keeps it.",
        "api-key-in-query",
        List.of("RFC 6750 §5.3", "OWASP API2:2023"),
        "Take keys from a header alone, so that no program gets to work otherwise; take back a key that came in a URL.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String key = target.loot().secret(Loot.VICTIM, "apiKey");
    String address = Events.VICTIMS + "?api_key=" + key;
    Hop working =
        target.send(
            AttackStep.VICTIM,
            "Alice tries out a program that sends her key in the address.",
            target.get(address));
    if (!Events.areIn(working)) {
      // It has never worked, so nobody runs it, and she makes herself a new key.
      return target.end(false, Events.GAIN);
    }
    target.makes("Read the access log of a proxy on the way.", "line", "GET " + address + " 200");
    Draft call = target.get(Events.VICTIMS).withHeader(ApiKeyCredential.HEADER, key);
    Hop answer = target.send("Use the key that stands in it.", call);
    return target.end(Events.areIn(answer), Events.GAIN);
  }
}
