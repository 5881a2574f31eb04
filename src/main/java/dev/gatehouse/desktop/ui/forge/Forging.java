package dev.gatehouse.desktop.ui.forge;

import dev.gatehouse.desktop.attack.forge.Forgery;
import dev.gatehouse.desktop.attack.forge.Ingredients;
import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.desktop.exchange.Draft;
import dev.gatehouse.desktop.exchange.Hop;
import dev.gatehouse.desktop.exchange.Wire;
import java.util.List;
import java.util.Map;

/**
 * One forgery as it was chosen. Never to be used on the JavaFX thread.
 *
 * @param forgery how
 * @param chosen with what, by the choice's name
 */
record Forging(Forgery forgery, Map<String, String> chosen) {
  private static final String KEYS = "/.well-known/jwks.json";

  Forging {
    chosen = Map.copyOf(chosen);
  }

  /**
   * The token that nobody issued. Where the server's public keys are needed, they are fetched.
   *
   * @param token as it is to read
   * @param base of the server
   */
  CompactToken forge(String token, String base, Wire wire)
      throws CredentialException, InterruptedException {
    CompactToken wanted = CompactToken.parse(token);
    if (!forgery.needsKeys()) {
      return forgery.forge(wanted, Ingredients.keys(new byte[0], chosen));
    }
    Hop keys =
        wire.send("fetch the public keys", new Draft("GET", base + KEYS, List.of(), new byte[0]));
    return forgery.forge(wanted, Ingredients.keys(keys.body(), chosen));
  }
}
