package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;
import dev.gatehouse.server.jose.JwsAlgorithm;
import dev.gatehouse.server.jose.ProofKey;
import java.util.List;

/** Brings the key by which the token is to be verified, in its header. */
public final class EmbeddedKey implements Forgery {
  private static final Choice KID = new Choice("kid", List.of("dave-1"));

  @Override
  public String title() {
    return "Key inside the token (jwk)";
  }

  @Override
  public String does() {
    return "Makes a key, signs with it, and puts its public half into the header.";
  }

  @Override
  public String attack() {
    return "jwt-embedded-jwk";
  }

  @Override
  public List<Choice> choices() {
    return List.of(KID);
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) throws CredentialException {
    return forge(token, ProofKey.make(JwsAlgorithm.ES256), with);
  }

  /** The same with a key that there is already. */
  public CompactToken forge(CompactToken token, ProofKey own, Ingredients with)
      throws CredentialException {
    String kid = with.of(KID);
    CompactToken unsigned =
        token
            .withHeader("alg", own.algorithm().text())
            .withHeader("kid", kid)
            .withHeader("jwk", own.publicJwk().put("kid", kid));
    return CompactToken.parse(own.sign(unsigned.header(), unsigned.payload()));
  }
}
