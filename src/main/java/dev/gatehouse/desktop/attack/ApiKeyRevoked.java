package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.ApiKeyCredential;
import dev.gatehouse.desktop.credential.SessionCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Uses an API key after its owner has taken it back. */
@AutoService(Attack.class)
public final class ApiKeyRevoked implements Attack {
  @Override
  public AttackCard card() {
    return new AttackCard(
        "api-key-revoked",
        "A key that was taken back",
        AttackGroup.KEYS_AND_SESSIONS,
        "The attacker finds Alice's API key in a file that she once published. She has noticed and taken it back; he tries it all the same.",
        "The key, which stays in the history of the file for good.",
        "The server notes that the key was taken back, but does not look when it is used.",
        "ignore-revocation",
        List.of("OWASP API2:2023", "CWE-613"),
        "Ask at each use whether the key was taken back. A leaked key cannot be deleted from where it is, only made worthless.");
  }

  @Override
  public AttackResult run(Target target) throws InterruptedException {
    String key =
        target.makes(
            "Find Alice's key in a file on the web.",
            "API key",
            target.loot().secret(Loot.VICTIM, "apiKey"));
    Draft revocation =
        new Draft(
            "DELETE",
            target.base().resolve("/me/api-keys/" + key.split("_", -1)[2]).toString(),
            List.of(),
            new byte[0]);
    Hop revoked =
        target.send(
            AttackStep.VICTIM,
            "Alice takes the key back, by the key itself.",
            with(key, revocation));
    Hop events =
        target.send("Read Alice's events with the key.", with(key, target.get(Events.VICTIMS)));
    return target.end(SessionCredential.isAccepted(revoked) && Events.areIn(events), Events.GAIN);
  }

  private static Draft with(String key, Draft draft) {
    return draft.withHeader(ApiKeyCredential.HEADER, key);
  }
}
