package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.HttpSignatureCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages that the victim has signed (RFC 9421); their secret is nothing an attacker has. */
final class SignedMessage {
  private SignedMessage() {}

  /**
   * This request, signed by the victim.
   *
   * @param covered what the signature covers, as {@code Signature-Input} has it
   */
  static Draft byAlice(Target target, Draft draft, String covered) throws CredentialException {
    Loot loot = target.loot();
    Map<String, String> values =
        new LinkedHashMap<>(
            Map.of(
                "algorithm",
                "hmac-sha256",
                "keyId",
                loot.secret(Loot.VICTIM, "httpSignature.keyId"),
                "key",
                loot.secret(Loot.VICTIM, "httpSignature.secret"),
                "covered",
                covered,
                "created",
                "now",
                "nonce",
                "random"));
    return new HttpSignatureCredential()
        .present(values, draft, (purpose, hop) -> target.send(purpose, hop));
  }

  /** The header lines that carry its signature. */
  static String signature(Draft signed) {
    return signed.headers().stream()
        .filter(header -> header.name().startsWith("Signature"))
        .map((Header header) -> header.name() + ": " + header.value())
        .collect(Collectors.joining("\n"));
  }
}
