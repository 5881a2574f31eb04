package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.HmacCredential;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.server.trace.Header;
import java.util.Map;

/** Requests that the victim has signed; their secret key itself is nothing an attacker has. */
final class SignedRequest {
  private SignedRequest() {}

  /** This request, signed by the victim. */
  static Draft byAlice(Target target, Draft draft) throws CredentialException {
    Loot loot = target.loot();
    Map<String, String> values =
        Map.of(
            "accessKey", loot.secret(Loot.VICTIM, "hmac.accessKey"),
            "secretKey", loot.secret(Loot.VICTIM, "hmac.secretKey"),
            "region", loot.secret(Loot.VICTIM, "hmac.region"),
            "service", loot.secret(Loot.VICTIM, "hmac.service"));
    return new HmacCredential().present(values, draft, (purpose, hop) -> target.send(purpose, hop));
  }

  /** The value of its Authorization header. */
  static String authorization(Draft signed) {
    return signed.headers().stream()
        .filter(header -> header.name().equals("Authorization"))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }
}
