package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import java.util.List;

/** Signs with a key of one's own, and keeps the name of the server's key. */
public final class OwnKey implements Forgery {
  private static final Choice ALGORITHM =
      new Choice("alg", List.of("ES256", "ES384", "ES512", "EdDSA"));

  @Override
  public String title() {
    return "Own key under the same name (kid)";
  }

  @Override
  public String does() {
    return "Makes a key and signs with it; kid goes on naming the server’s.";
  }

  @Override
  public List<Choice> choices() {
    return List.of(ALGORITHM);
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) throws CredentialException {
    String name = with.of(ALGORITHM);
    ProofKey own;
    try {
      own = ProofKey.make(JwsAlgorithm.named(name).orElseThrow(() -> unknown(name)));
    } catch (IllegalArgumentException noSuchKeys) {
      throw unknown(name);
    }
    CompactToken unsigned = token.withHeader("alg", name);
    return CompactToken.parse(own.sign(unsigned.header(), unsigned.payload()));
  }

  private static CredentialException unknown(String name) {
    return new CredentialException(
        "No key is made here for “" + name + "”. Choose one of " + ALGORITHM.values() + ".");
  }
}
