package dev.gatehouse.desktop.attack;

import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.credential.DpopCredential;
import dev.gatehouse.desktop.exchange.ClientCertificate;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that are bound to a key or a certificate; the key itself is nothing an attacker has. */
final class BoundToken {
  private BoundToken() {}

  /**
   * This request with the victim's token and a proof of the victim's key.
   *
   * @param said what the proof says that is not as it usually is, by the fields of {@link
   *     DpopCredential}
   * @param wire for the hop that gets a number of the server's
   */
  static Draft provedByVictim(Target target, Draft draft, Map<String, String> said, Wire wire)
      throws CredentialException, InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("htm", "of the request");
    values.put("htu", "of the request");
    values.put("iat", "now");
    values.put("jti", "random");
    values.put("nonce", "from the server");
    values.put("ath", "of the token");
    values.put("token", target.loot().secret(Loot.VICTIM, "dpop.token"));
    values.put("key", target.loot().secret(Loot.VICTIM, "dpop.jwk"));
    values.putAll(said);
    return new DpopCredential().present(values, draft, wire);
  }

  /** The certificate of this person with its key. */
  static ClientCertificate certificateOf(Target target, String person) {
    return ClientCertificate.read(file(target, person, "certificate"), file(target, person, "key"));
  }

  /** A file of this person's. */
  static String file(Target target, String person, String secret) {
    try {
      return Files.readString(Path.of(target.loot().secret(person, secret)));
    } catch (IOException gone) {
      throw new UncheckedIOException("the file of " + person + " is gone", gone);
    }
  }
}
