package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.DigestCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.HashMap;
import java.util.Map;

/** Answers to the challenges of Digest; the victim's password itself is nothing an attacker has. */
final class DigestAnswer {
  private DigestAnswer() {}

  /** This request, with an answer to a challenge by a name and a password. */
  static Draft to(Hop challenge, Draft draft, String name, String password)
      throws CredentialException, InterruptedException {
    return new DigestCredential()
        .present(
            Map.of("username", name, "password", password), draft, (purpose, asked) -> challenge);
  }

  /**
   * This request, with an answer that only the victim's password or its stored hash can make.
   *
   * @param actor who asks for the challenge
   * @param chosen what is not as the server offers it, by the fields of {@link DigestCredential}
   */
  static Draft to(Target target, String actor, Draft draft, Map<String, String> chosen)
      throws CredentialException, InterruptedException {
    Map<String, String> values = new HashMap<>(chosen);
    values.put("username", Loot.VICTIM);
    values.put("password", target.loot().secret(Loot.VICTIM, "password"));
    return new DigestCredential()
        .present(values, draft, (purpose, hop) -> target.send(actor, "Ask for a challenge.", hop));
  }
}
